using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Testing.Time;
using Xunit.Abstractions;

namespace PromptLab.Host.Tests.Exports;

/// <summary>On the program as it is shipped, as a process of its own.</summary>
public sealed class LargeExportTests(ITestOutputHelper output) : IDisposable
{
    private const int Days = 25;
    private const int RowsPerDay = 40_000;

    private readonly string _data = Directory.CreateTempSubdirectory("promptlab-large-").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task A_million_rows_take_less_than_150_megabytes_of_memory()
    {
        await using var everflow = await ConversionFileServer.StartAsync(RowsPerDay);
        using var host = await HostProcess.StartAsync(_data, everflow.Settings);

        var export = await host.Client.ExportAsync(new { report_type = "conversions", date_range = $"last {Days} days" });
        var ended = await host.Client.EndedAsync(export);
        var peak = host.PeakMemory();

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{ended["rows"]} rows, {ended["bytes"]} bytes, peak {peak / 1024 / 1024} MB, with mapped files {host.PeakResident() / 1024 / 1024} MB"));
        ended["status"]!.GetValue<string>().ShouldBe("ready", ended.ToJsonString());
        ended["rows"]!.GetValue<int>().ShouldBe(1_000_000);
        ended["note"].ShouldBeNull();
        peak.ShouldBeLessThan(150L * 1024 * 1024);
        (await HashAsync(host, ended.Url())).ShouldBe(ended["sha256"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_killed_export_leaves_no_file_and_the_next_one_works()
    {
        await using var everflow = await ConversionFileServer.StartAsync(RowsPerDay, heldAfter: 30_000);
        using var killed = await HostProcess.StartAsync(_data, everflow.Settings);
        var export = await killed.Client.ExportAsync(new { report_type = "conversions", date_range = "yesterday" });
        await everflow.Held.Task.WaitAsync(Patience.Longest);
        Directory.GetFiles(Exports).ShouldNotBeEmpty();

        await killed.KillAsync();
        await using var healed = await ConversionFileServer.StartAsync(100);
        using var revived = await HostProcess.StartAsync(_data, healed.Settings);

        var ended = await revived.Client.FindExportAsync(export);
        ended["status"]!.GetValue<string>().ShouldBe("failed");
        ended["note"]!.GetValue<string>().ShouldContain("restarted");
        Directory.GetFiles(Exports).ShouldBeEmpty();
        var next = await revived.Client.EndedAsync(await revived.Client.ExportAsync(new { report_type = "conversions", date_range = "yesterday" }));
        next["rows"]!.GetValue<int>().ShouldBe(100);
        Directory.GetFiles(Exports).Length.ShouldBe(2);
    }

    [Fact]
    public async Task No_token_is_in_the_log_even_when_requests_are_logged()
    {
        await using var everflow = await ConversionFileServer.StartAsync(10);
        using var host = await HostProcess.StartAsync(_data, [.. everflow.Settings, "--Serilog:MinimumLevel:Override:Microsoft", "Debug"]);
        var export = await host.Client.EndedAsync(await host.Client.ExportAsync(new { report_type = "conversions", date_range = "yesterday" }));

        await host.Client.GetByteArrayAsync(export.Url());
        await host.KillAsync();

        host.Log.ShouldContain("Executing endpoint");
        host.Log.ShouldNotContain(export.Url().Split("token=")[1]);
    }

    private string Exports => Path.Combine(_data, "exports");

    private static async Task<string> HashAsync(HostProcess host, string url)
    {
        using var response = await host.Client.GetAsync(url, HttpCompletionOption.ResponseHeadersRead);
        response.Content.Headers.ContentType.ShouldBe(MediaTypeHeaderValue.Parse("text/csv; charset=utf-8"));
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(await response.Content.ReadAsStreamAsync()));
    }
}
