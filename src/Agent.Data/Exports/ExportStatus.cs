namespace PromptLab.Data.Exports;

/// <summary>Where an export stands.</summary>
public static class ExportStatus
{
    /// <summary>Waiting for its turn or being written.</summary>
    public const string Running = "running";

    /// <summary>The file is whole and can be downloaded.</summary>
    public const string Ready = "ready";

    /// <summary>There is no file, also no part of one.</summary>
    public const string Failed = "failed";

    /// <summary>The file was there and is removed.</summary>
    public const string Expired = "expired";
}
