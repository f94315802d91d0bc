namespace PromptLab.Workflows.Exports;

/// <summary>Why there is no file. The message is a sentence for the person and names nothing of the report.</summary>
/// <param name="code">Stable, for example <c>disk_full</c>.</param>
internal sealed class ExportException(string code, string message, Exception? innerException = null) : Exception(message, innerException)
{
    private const int NoSpace = 28;
    private const int NoSpaceOnWindows = unchecked((int)0x80070070);

    public string Code { get; } = code;

    public static ExportException DiskFull(Exception? cause = null) => new(
        "disk_full",
        "There is not enough disk space for this report, so no file was made. Please ask whoever runs the service to free some, or choose a shorter period.",
        cause);

    public static ExportException TooManyRows(long most) => new(
        "too_many_rows",
        FormattableString.Invariant($"The report has more than {most:N0} rows, which is the limit here, so no file was made. Please choose a shorter period, one offer or one partner."));

    public static bool IsDiskFull(IOException exception) => exception.HResult is NoSpace or NoSpaceOnWindows;
}
