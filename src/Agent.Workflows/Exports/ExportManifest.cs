using System.Text.Json;

namespace PromptLab.Workflows.Exports;

/// <summary>Stands beside the file, to check it by.</summary>
/// <param name="Created">When the file was whole, UTC.</param>
/// <param name="FileTotals">Added up while the file was written.</param>
/// <param name="SourceTotals">What Everflow counts for the same request.</param>
public sealed record ExportManifest(
    string File,
    string Sha256,
    long Bytes,
    long Rows,
    IReadOnlyList<string> Columns,
    string Type,
    ExportPeriod Period,
    DateTimeOffset Created,
    ExportTotals FileTotals,
    ExportTotals SourceTotals)
{
    private static readonly JsonSerializerOptions Json =
        new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };

    internal async Task WriteAsync(ExportFolder folder, Guid id, CancellationToken cancellationToken)
    {
        var part = folder.ManifestPart(id);
        await using (var file = System.IO.File.Create(part))
        {
            await JsonSerializer.SerializeAsync(file, this, Json, cancellationToken);
            await file.FlushAsync(cancellationToken);
            file.Flush(flushToDisk: true);
        }

        System.IO.File.Move(part, folder.Manifest(id), overwrite: true);
    }
}
