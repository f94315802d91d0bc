using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Testing.Time;

namespace PromptLab.Host.Tests.Exports;

/// <summary>What becomes of exports that break, take long or grow old.</summary>
public sealed class ExportLifeTests : IAsyncLifetime
{
    private static readonly object Conversions = new { report_type = "conversions", date_range = "yesterday" };

    private static readonly TimeSpan TurnTimeout = TimeSpan.FromSeconds(277);

    private readonly HostFixture _host = new();
    private readonly string _exports = Directory.CreateTempSubdirectory("promptlab-exports-").FullName;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        Directory.Delete(_exports, recursive: true);
    }

    [Theory]
    [InlineData("truncate", "everflow_unavailable", "broke off")]
    [InlineData("malformed", "everflow_malformed_reply", "half a report would be wrong")]
    [InlineData("status", "everflow_unavailable", "broke off")]
    public async Task A_file_that_breaks_each_time_is_no_file_and_the_reason_is_told(string kind, string code, string text)
    {
        await StartAsync("--Everflow:RetryDelay", "00:00:00.01");
        await SpoilAsync(new { path = "/networks/reporting/conversions/export", kind });

        var turn = await _host.AskAsync("export the conversions report for yesterday");

        turn.Reply.ShouldContain(text);
        Directory.GetFiles(_exports).ShouldBeEmpty();
        var export = (await _host.Client.GetFromJsonAsync<JsonObject>("/api/v1/exports"))!["data"]![0]!.AsObject();
        export["status"]!.GetValue<string>().ShouldBe("failed");
        using var reply = await _host.Client.PostAsJsonAsync("/api/v1/workflows/export_report", Conversions);
        (await reply.Content.ReadFromJsonAsync<JsonObject>())!["code"]!.GetValue<string>().ShouldBe(code);
    }

    [Fact]
    public async Task A_full_disk_is_told_and_leaves_nothing()
    {
        await StartAsync("--Exports:KeepFree", "1000000000000000");

        var turn = await _host.AskAsync("export the fraud report for yesterday");

        turn.Reply.ShouldContain("not enough disk space");
        Directory.GetFiles(_exports).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("conversions")]
    [InlineData("stats")]
    public async Task More_rows_than_allowed_are_refused_with_what_to_do(string type)
    {
        await StartAsync("--Exports:MaxRows", "100");

        using var reply = await _host.Client.PostAsJsonAsync("/api/v1/workflows/export_report", new { report_type = type, date_range = "yesterday" });

        var problem = (await reply.Content.ReadFromJsonAsync<JsonObject>())!;
        problem["code"]!.GetValue<string>().ShouldBe("too_many_rows");
        problem["detail"]!.GetValue<string>().ShouldContain("shorter period");
        Directory.GetFiles(_exports).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_export_that_outlasts_its_answer_is_told_of_in_the_conversation()
    {
        await StartAsync("--Exports:AnswerWithin", "00:00:00");

        var turn = await _host.AskAsync("export the fraud report for last week");
        var running = Card(turn);
        var ended = await _host.Client.EndedAsync(running);
        var message = await AgentMessageAsync(turn.Conversation);

        running["status"]!.GetValue<string>().ShouldBe("running");
        turn.Reply.ShouldContain("I will write here when the file is ready");
        ended["status"]!.GetValue<string>().ShouldBe("ready");
        message["text"]!.GetValue<string>().ShouldContain("**Fraud report** is ready");
        message["cards"]![0]!["data"]!.ToJsonString().ShouldBe(ended.ToJsonString());
        (await _host.Client.GetByteArrayAsync(ended.Url())).Length.ShouldBe(ended["bytes"]!.GetValue<int>());
    }

    [Fact]
    public async Task An_export_that_outlasts_its_answer_and_fails_is_told_of_too()
    {
        await StartAsync("--Exports:AnswerWithin", "00:00:00");
        await SpoilAsync(new { path = "/networks/reporting/conversions/export", kind = "truncate" });

        var turn = await _host.AskAsync("export the conversions report for yesterday");
        var message = await AgentMessageAsync(turn.Conversation);

        message["text"]!.GetValue<string>().ShouldContain("did not come about");
        message["cards"]![0]!["data"]!["status"]!.GetValue<string>().ShouldBe("failed");
        Directory.GetFiles(_exports).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stopped_turn_stops_its_export()
    {
        await StartAsync("--Turns:Timeout", $"{TurnTimeout}", "--Exports:AnswerWithin", "00:10:00");
        await SpoilAsync(new { path = "/networks/reporting/conversions/export", kind = "hang" });

        var asking = _host.AskAsync("export the conversions report for yesterday");
        await Patience.UntilAsync(async () => (await _host.Client.GetFromJsonAsync<JsonObject>("/api/v1/exports"))!["data"]!.AsArray().Count == 1);
        _host.Clock.EndWaitsOf(TurnTimeout);
        var turn = await asking;

        turn.Last.GetProperty("type").GetString().ShouldBe("RUN_ERROR");
        var export = (await _host.Client.GetFromJsonAsync<JsonObject>("/api/v1/exports"))!["data"]![0]!.AsObject();
        (await _host.Client.EndedAsync(export))["status"]!.GetValue<string>().ShouldBe("failed");
        Directory.GetFiles(_exports).ShouldBeEmpty();
    }

    [Fact]
    public async Task After_a_day_the_file_is_gone_and_the_link_says_so()
    {
        await StartAsync();
        var export = await _host.Client.ExportAsync(new { report_type = "fraud", date_range = "yesterday" });

        _host.Clock.MoveTo(HostFixture.Now + TimeSpan.FromHours(25));
        using var late = await _host.Client.GetAsync(export.Url());
        await NoFilesAsync();
        using var later = await _host.Client.GetAsync(export.Url());

        foreach (var reply in new[] { late, later })
        {
            reply.StatusCode.ShouldBe(HttpStatusCode.Gone);
            (await reply.Content.ReadFromJsonAsync<JsonObject>())!["code"]!.GetValue<string>().ShouldBe("export_expired");
        }

        var row = await _host.Client.FindExportAsync(export);
        row["status"]!.GetValue<string>().ShouldBe("expired");
        row["download_url"].ShouldBeNull();
    }

    [Fact]
    public async Task Files_that_belong_to_no_export_go_at_the_start_and_others_stay()
    {
        var orphan = Path.Combine(_exports, $"{Guid.NewGuid():N}.part");
        var foreign = Path.Combine(_exports, "readme.txt");
        await File.WriteAllTextAsync(orphan, "half");
        await File.WriteAllTextAsync(foreign, "mine");

        await StartAsync();

        File.Exists(orphan).ShouldBeFalse();
        File.Exists(foreign).ShouldBeTrue();
    }

    [Fact]
    public async Task A_link_outlives_a_restart()
    {
        await StartAsync();
        var export = await _host.Client.ExportAsync(new { report_type = "stats", date_range = "yesterday" });

        await _host.StopAsync();
        await StartAsync();

        (await _host.Client.GetByteArrayAsync(export.Url())).Length.ShouldBe(export["bytes"]!.GetValue<int>());
    }

    private Task StartAsync(params string[] settings) => _host.StartAsync(["--Exports:Directory", _exports, .. settings]);

    private async Task SpoilAsync(object fault)
    {
        using var reply = await _host.Client.PostAsJsonAsync(new Uri(_host.Everflow, "/__admin/faults"), fault);
        reply.EnsureSuccessStatusCode();
    }

    private async Task NoFilesAsync()
    {
        using var patience = new CancellationTokenSource(Patience.Longest);
        while (Directory.GetFiles(_exports).Length > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, patience.Token);
        }
    }

    /// <summary>The message that the agent wrote after the turn.</summary>
    private async Task<JsonObject> AgentMessageAsync(Guid conversation)
    {
        using var patience = new CancellationTokenSource(Patience.Longest);
        while (true)
        {
            var messages = (await _host.Client.GetFromJsonAsync<JsonObject>($"/api/v1/conversations/{conversation}/messages", patience.Token))!["data"]!.AsArray();
            if (messages.Count > 2)
            {
                return messages.Select(message => message!.AsObject())
                    .Single(message => message["turn_id"] is null);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, patience.Token);
        }
    }

    private static JsonObject Card(ChatTurn turn) => turn.Of("CUSTOM").Select(item => JsonNode.Parse(item.Json.GetRawText())!.AsObject())
        .Select(item => item["value"] as JsonObject).OfType<JsonObject>().First(value => value["kind"]?.GetValue<string>() == "export")["data"]!.AsObject();
}
