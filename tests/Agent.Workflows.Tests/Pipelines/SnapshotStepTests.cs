using PromptLab.Workflows.Pipelines;

namespace PromptLab.Workflows.Tests.Pipelines;

public sealed class SnapshotStepTests
{
    [Theory]
    [InlineData(4, false), InlineData(6, true)]
    public void A_long_variable_that_is_used_again_and_again_is_too_long(int uses, bool isTooLong)
    {
        var texts = new Dictionary<string, string> { ["text"] = string.Concat(Enumerable.Repeat("{{x}}", uses)) };
        var variables = new Dictionary<string, string> { ["x"] = new string('a', 2_000_000) };

        foreach (var step in new[] { new PipelineStep("one", "template") { Inputs = texts }, new PipelineStep("one", "tool") { Arguments = texts } })
        {
            new SnapshotStep(step, null, [], []).IsTooLong(variables).ShouldBe(isTooLong);
        }
    }
}
