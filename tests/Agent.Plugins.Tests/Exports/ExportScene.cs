using PromptLab.Plugins.Tests.Network;

namespace PromptLab.Plugins.Tests.Exports;

internal static class ExportScene
{
    public static async Task<ExportedFile> ExportAsync(this SimulatedNetworkFixture network, string arguments) =>
        await ExportedFile.ReadAsync(network.Services, await network.Tools.AnswerAsync("export_report", arguments));
}
