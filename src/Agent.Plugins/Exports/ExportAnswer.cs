using PromptLab.Data.Exports;
using PromptLab.Plugins.Rendering;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.Dates;
using PromptLab.Workflows.Exports;

namespace PromptLab.Plugins.Exports;

internal static class ExportAnswer
{
    /// <param name="clipped">The days that are covered, when they are fewer than were asked for.</param>
    public static ToolOutcome Render(ResolvedRequest resolved, ExportRow row, DateRange? clipped)
    {
        if (row.Status == ExportStatus.Failed)
        {
            return new ToolOutcome.Failed(new ToolProblem(row.ErrorCode ?? "internal_error", row.Error ?? "No file was made.", []));
        }

        var reach = clipped is null ? null : $"Everflow keeps single conversions for 365 days, so the file begins with {clipped.From:yyyy-MM-dd}.";
        var export = ExportedReport.Of(row, Joined(reach, row.Note));
        var answer = new AnswerText(resolved);
        answer.Say(ExportSentence.Of(export));
        if (export.Note is { } note)
        {
            answer.Warn(note);
        }

        if (ExportSentence.Download(export) is { } download)
        {
            answer.Say(download);
        }

        answer.Add(ExportCard.Of(export));
        return answer.Finish(export);
    }

    private static string? Joined(params string?[] notes) => notes.OfType<string>().ToArray() is { Length: > 0 } said ? string.Join(' ', said) : null;
}
