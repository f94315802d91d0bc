using System.Globalization;
using PromptLab.Plugins.Rendering;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.Exports;

namespace PromptLab.Plugins.Exports;

/// <summary>Tells the person how far a file is.</summary>
internal sealed class ExportSteps(IProgress<ToolProgress> progress) : IProgress<ExportProgress>
{
    public void Report(ExportProgress value)
    {
        if (value.Wait > TimeSpan.Zero)
        {
            var seconds = Math.Max(1, Math.Ceiling(value.Wait.TotalSeconds));
            progress.Report(new ToolProgress(
                "quota_wait", string.Create(CultureInfo.InvariantCulture, $"Everflow's request quota is used up; going on in about {seconds:N0} s.")));
            return;
        }

        progress.Report(new ToolProgress("export", value.Rows == 0 ? "Reading the report." : $"Writing the report: {Figures.Count(value.Rows)} rows so far."));
    }
}
