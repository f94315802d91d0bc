using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PromptLab.Host.Tests.Exports;

/// <summary>An Everflow of nothing but conversions: as many a day as a test wants, made while they are sent.</summary>
internal sealed class ConversionFileServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ConversionFileServer(WebApplication app) => _app = app;

    public string[] Settings =>
        ["--Everflow:BaseAddress", _app.Urls.First() + "/v1", "--Everflow:ApiKey", "key", "--Exports:AnswerWithin", "00:00:00"];

    /// <summary>Set once rows are under way and the next ones are held back, when there is a limit.</summary>
    public TaskCompletionSource Held { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="heldAfter">Rows of a file after which nothing more comes; null for no limit.</param>
    public static async Task<ConversionFileServer> StartAsync(int rowsPerDay, int? heldAfter = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var server = new ConversionFileServer(app);
        app.MapGet("/v1/meta/timezones", () => Json("""{"timezones":[{"timezone_id":55,"timezone":"Europe/Amsterdam"}]}"""));
        app.MapPost("/v1/networks/reporting/conversions/summary", async (HttpRequest request) =>
        {
            var (from, to) = Days((await JsonNode.ParseAsync(request.Body))!);
            var total = (long)rowsPerDay * (to.DayNumber - from.DayNumber + 1);
            return Json(string.Create(CultureInfo.InvariantCulture, $$"""{"total":{{total}},"approved":{{total}},"payout":{{total}},"revenue":{{2 * total}}}"""));
        });
        app.MapPost("/v1/networks/reporting/conversions/export", async (HttpContext http) =>
        {
            var body = (await JsonNode.ParseAsync(http.Request.Body))!;
            await server.WriteAsync(http, body, rowsPerDay, heldAfter);
        });
        await app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task WriteAsync(HttpContext http, JsonNode body, int rowsPerDay, int? heldAfter)
    {
        string[] columns = [.. body["columns"]!.AsArray().Select(column => column!.GetValue<string>())];
        http.Response.ContentType = "text/csv";
        await http.Response.WriteAsync(string.Join(',', columns) + "\n");
        var (from, to) = Days(body);
        var lines = new StringBuilder();
        var written = 0;
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            for (var row = 0; row < rowsPerDay; row++)
            {
                lines.AppendJoin(',', columns.Select(column => Cell(column, day, row))).Append('\n');
                if (++written == heldAfter)
                {
                    await http.Response.WriteAsync(lines.ToString());
                    await http.Response.Body.FlushAsync();
                    Held.TrySetResult();
                    await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, http.RequestAborted);
                }

                if (lines.Length > 60_000)
                {
                    await http.Response.WriteAsync(lines.ToString(), http.RequestAborted);
                    lines.Clear();
                }
            }
        }

        await http.Response.WriteAsync(lines.ToString());
    }

    private static string Cell(string column, DateOnly day, int row) => column switch
    {
        "conversion_id" => string.Create(CultureInfo.InvariantCulture, $"{day.DayNumber:x16}{row:x16}"),
        "conversion_status" => "approved",
        "date" => string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd} 12:00:00"),
        "payout" => "1.00",
        "revenue" => "2.00",
        "currency_id" => "EUR",
        "is_scrub" or "error_code" => "0",
        "http_user_agent" or "referer" or "sub1" => string.Create(CultureInfo.InvariantCulture, $"{column}-{row % 9973}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{column} {row % 977}"),
    };

    private static (DateOnly From, DateOnly To) Days(JsonNode body) => (Day(body["from"]!), Day(body["to"]!));

    private static DateOnly Day(JsonNode text) => DateOnly.ParseExact(text.GetValue<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IResult Json(string text) => Results.Text(text, "application/json");
}
