using System.Globalization;
using CsvHelper;
using Microsoft.Extensions.DependencyInjection;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.Exports;

namespace PromptLab.Plugins.Tests.Exports;

/// <summary>A file as its reader has it.</summary>
internal sealed record ExportedFile(ExportedReport Export, byte[] Bytes, IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    public static async Task<ExportedFile> ReadAsync(IServiceProvider services, ToolAnswer answer)
    {
        var export = answer.Result.ShouldBeOfType<ExportedReport>();
        var bytes = await File.ReadAllBytesAsync(services.GetRequiredService<ExportFolder>().Report(export.Id));
        using var csv = CsvReader.Create(bytes, new CsvReaderOptions
        {
            Separator = ',', FieldCountMismatch = CsvFieldCountHandling.Throw, MalformedData = CsvMalformedDataHandling.Throw,
        });
        csv.ReadHeader();
        string[] header = [.. csv.Headers];
        var rows = new List<IReadOnlyList<string>>();
        while (csv.Read())
        {
            rows.Add([.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)]);
        }

        return new ExportedFile(export, bytes, header, rows);
    }

    public IEnumerable<string> Column(string name)
    {
        var place = Header.ToList().IndexOf(name);
        return Rows.Select(row => row[place]);
    }

    public decimal Sum(string name) => Column(name).Sum(cell => decimal.Parse(cell, CultureInfo.InvariantCulture));
}
