using System.ComponentModel.DataAnnotations;

namespace PromptLab.Workflows.Exports;

/// <summary>Reports as files; section <c>Exports</c>.</summary>
public sealed class ExportOptions
{
    public const string Section = "Exports";

    /// <summary>Where the files are; the service puts it under its data folder. Nodes that share a database share it.</summary>
    [Required(ErrorMessage = "Exports:Directory must name a folder.")]
    public string Directory { get; set; } = ".data/exports";

    /// <summary>Excel takes a file without it for one of the local code page.</summary>
    public bool ByteOrderMark { get; set; } = true;

    [Range(1, long.MaxValue, ErrorMessage = "Exports:MaxRows must be at least 1.")]
    public long MaxRows { get; set; } = 5_000_000;

    /// <summary>Bytes that stay free on the disk.</summary>
    [Range(0, long.MaxValue, ErrorMessage = "Exports:KeepFree must not be negative.")]
    public long KeepFree { get; set; } = 256L * 1024 * 1024;

    /// <summary>How long a file can be downloaded.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00", ErrorMessage = "Exports:Lifetime must be from 00:01:00 to 30.00:00:00.")]
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How long the list still shows exports whose file is gone.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "3650.00:00:00", ErrorMessage = "Exports:Remembered must be from 1.00:00:00 to 3650.00:00:00.")]
    public TimeSpan Remembered { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Exports that are written at the same time.</summary>
    [Range(1, 8, ErrorMessage = "Exports:AtOnce must be from 1 to 8.")]
    public int AtOnce { get; set; } = 2;

    /// <summary>Exports that may wait for their turn.</summary>
    [Range(1, 10_000, ErrorMessage = "Exports:Waiting must be from 1 to 10000.")]
    public int Waiting { get; set; } = 100;

    /// <summary>How long an answer waits for its file; after that the export goes on by itself and its end is told by a message.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00", ErrorMessage = "Exports:AnswerWithin must be from 00:00:00 to 00:10:00.")]
    public TimeSpan AnswerWithin { get; set; } = TimeSpan.FromSeconds(45);

    /// <summary>A conversion that follows its click faster than this is called so in a fraud report.</summary>
    [Range(0, 86_400, ErrorMessage = "Exports:FastSeconds must be from 0 to 86400.")]
    public int FastSeconds { get; set; } = 15;

    /// <summary>Rows that are asked of Everflow in one file; more days than that are asked in several.</summary>
    [Range(1, 10_000_000, ErrorMessage = "Exports:WindowRows must be from 1 to 10000000.")]
    public int WindowRows { get; set; } = 100_000;
}
