using PromptLab.Host.Tests.Hosting;
using PromptLab.Testing.Requirements;

namespace PromptLab.Host.Tests.Conformance;

/// <summary>The standard's client looks at the real clock before it answers an interrupt, so the service runs on it, too.</summary>
public sealed class AgUiInterruptTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("promptlab-interrupt-").FullName;

    [NodeFact]
    public async Task The_client_of_the_standard_is_interrupted_by_a_proposal_and_resumes_it()
    {
        using var host = await HostProcess.StartAsync(_data, []);

        var client = await AgUiPackage.ConverseAsync(host.Client.BaseAddress!, "tracking link for partner 56789 on offer 1002", "yes");

        client.Runs.Select(run => run.Outcome).ShouldBe(["interrupt", "success"]);
        client.Runs[0].Cards.Select(card => card.GetProperty("kind").GetString()).ShouldBe(["confirmation"]);
        client.Runs[1].Cards.Select(card => card.GetProperty("kind").GetString()).ShouldBe(["link"]);
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);
}
