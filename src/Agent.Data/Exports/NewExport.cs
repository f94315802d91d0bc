namespace PromptLab.Data.Exports;

/// <param name="ReportType">For example <c>fraud</c>.</param>
/// <param name="ColumnNames">JSON array of the file's header.</param>
/// <param name="FileName">What the file is called when it is downloaded.</param>
/// <param name="Node">The process that writes it.</param>
public sealed record NewExport(
    string Owner,
    Guid ConversationId,
    string ReportType,
    string Title,
    DateOnly From,
    DateOnly To,
    string TimeZone,
    string ColumnNames,
    string FileName,
    string Node);
