namespace PromptLab.Workflows.Exports;

/// <summary>One kind of report: which columns it has, and how its rows come about.</summary>
internal interface IReport
{
    bool Makes(ReportType type);

    IReadOnlyList<ExportColumn> Columns(ExportReportRequest request);

    /// <summary>Writes all rows; the header is there already.</summary>
    /// <exception cref="Everflow.EverflowException">Everflow failed, also in the middle.</exception>
    /// <exception cref="ExportException">There can be no file.</exception>
    Task<ExportContent> WriteAsync(ExportReportRequest request, ExportFile file, Guid id, CancellationToken cancellationToken);
}
