using System.Text.Json;
using PromptLab.Data.Evaluations;
using PromptLab.Planner.Evaluations;
using PromptLab.Planner.Turns;

namespace PromptLab.Planner.Tests.Evaluations;

public sealed class EvaluationWriterTests
{
    [Fact]
    public void Long_texts_of_a_row_are_cut_in_its_event()
    {
        var text = new string('x', 50_000);
        using var run = new LiveTurn(Guid.NewGuid(), Guid.NewGuid(), "anna", TimeSpan.FromMinutes(1), TimeProvider.System, CancellationToken.None);
        using var writer = new EvaluationWriter(run, Evaluation(run), TimeProvider.System);

        writer.Result(new(
            Guid.NewGuid(), 1, null, EvaluationResultStatus.Passed, true, 1, [], text, null, new Dictionary<string, string> { ["a"] = text, ["b"] = "short" },
            JsonSerializer.SerializeToElement(text), 1));

        var result = JsonElement.Parse(run.TakeUnstored()[0].Json).GetProperty("value");
        var cut = text[..2_000] + "…";
        (result.GetProperty("output").GetString(), result.GetProperty("expected").GetString()).ShouldBe((cut, cut));
        (result.GetProperty("variables").GetProperty("a").GetString(), result.GetProperty("variables").GetProperty("b").GetString()).ShouldBe((cut, "short"));
    }

    private static EvaluationRow Evaluation(LiveTurn run) => new()
    {
        Id = run.Id, Owner = run.Owner, DatasetId = run.ConversationId, DatasetName = "Cities", TemplateId = Guid.NewGuid(), TemplateName = "Recap", VersionHash = "",
        Provider = "offline", Model = "offline", Parameters = "{}", Evaluators = "[]", Status = "running", Total = 1, CreatedBy = run.Owner,
    };
}
