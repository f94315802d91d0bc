using Microsoft.AspNetCore.Http.HttpResults;
using PromptLab.Data.Exports;
using PromptLab.Host.Problems;

namespace PromptLab.Host.Exports;

/// <summary>Why there is nothing to download.</summary>
internal static class ExportProblem
{
    /// <summary>The same for one that never was, another person's, and a wrong token.</summary>
    public static ProblemHttpResult NotFound() => ApiProblem.Create(StatusCodes.Status404NotFound, "export_not_found", "There is no such export.");

    /// <summary>Null when the file is there and may be read.</summary>
    public static ProblemHttpResult? Of(ExportRow? row, string path, DateTimeOffset now) => row switch
    {
        null => NotFound(),
        { Status: ExportStatus.Expired } => Expired(),
        { Status: ExportStatus.Ready } when row.ExpiresAt <= now => Expired(),
        { Status: ExportStatus.Ready } => File.Exists(path) ? null : Gone("export_file_missing", "The file is no longer there. Please ask for the report again."),
        { Status: ExportStatus.Failed } => Gone("export_failed", row.Error ?? "No file was made."),
        _ => ApiProblem.Create(StatusCodes.Status404NotFound, "export_not_ready", "The file is still being written. Please come back in a moment."),
    };

    private static ProblemHttpResult Expired() =>
        Gone("export_expired", "This file could be downloaded for a limited time, which is over. Please ask for the report again.");

    private static ProblemHttpResult Gone(string code, string text) => ApiProblem.Create(StatusCodes.Status410Gone, code, text);
}
