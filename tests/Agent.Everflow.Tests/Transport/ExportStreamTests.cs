using PromptLab.Everflow.Reports;
using PromptLab.Testing.Http;
using PromptLab.Testing.Time;

namespace PromptLab.Everflow.Tests.Transport;

public sealed class ExportStreamTests
{
    private const string Export = "POST /v1/networks/reporting/entity/table/export";
    private static readonly ReportQuery Query = new(new(2025, 1, 6), new(2025, 1, 6), ["offer"], []);
    private static readonly ScriptedReply File = new(200, "offer\n1001\n") { ContentType = "text/csv" };

    [Fact]
    public async Task What_has_arrived_can_be_read_before_the_rest_is_there()
    {
        var rest = new TaskCompletionSource();
        await using var network = await Network.StartAsync();
        network.Server.On(Export, File with { PauseAfter = 6, RestUntil = rest.Task });

        await using var file = await OpenAsync(network);
        var first = new byte[6];
        await file.ReadExactlyAsync(first, CancellationToken.None);
        rest.SetResult();

        System.Text.Encoding.ASCII.GetString(first).ShouldBe("offer\n");
        (await new StreamReader(file).ReadToEndAsync()).ShouldBe("1001\n");
    }

    [Fact]
    public async Task A_connection_that_breaks_is_a_failure_of_everflow()
    {
        var opened = new TaskCompletionSource();
        await using var network = await Network.StartAsync();
        network.Server.On(Export, File with { BreakAfter = 6, RestUntil = opened.Task });
        await using var file = await OpenAsync(network);

        opened.SetResult();
        var read = () => new StreamReader(file).ReadToEndAsync();

        (await read.ShouldThrowAsync<EverflowException>()).Kind.ShouldBe(EverflowFailure.Unavailable);
    }

    [Fact]
    public async Task A_file_that_stalls_is_given_up()
    {
        var clock = new ManualTimeProvider();
        await using var network = await Network.StartAsync(clock, options => options.AttemptTimeout = TimeSpan.FromSeconds(5));
        network.Server.On(Export, File with { PauseAfter = 6, RestUntil = new TaskCompletionSource().Task });
        await using var file = await OpenAsync(network);
        await file.ReadExactlyAsync(new byte[6], CancellationToken.None);

        var rest = file.ReadAsync(new byte[6], CancellationToken.None).AsTask();
        clock.Advance(TimeSpan.FromSeconds(6));

        (await Should.ThrowAsync<EverflowException>(() => rest)).Kind.ShouldBe(EverflowFailure.Timeout);
    }

    [Fact]
    public async Task The_caller_can_stop_reading()
    {
        await using var network = await Network.StartAsync();
        network.Server.On(Export, File with { PauseAfter = 6, RestUntil = new TaskCompletionSource().Task });
        await using var file = await OpenAsync(network);
        await file.ReadExactlyAsync(new byte[6], CancellationToken.None);
        using var stop = new CancellationTokenSource();

        var rest = file.ReadAsync(new byte[6], stop.Token).AsTask();
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => rest);
    }

    [Fact]
    public async Task An_open_file_holds_its_place_among_the_reports()
    {
        await using var network = await Network.StartAsync(configure: options => options.ConcurrentReports = 1);
        network.Server.On(Export, File);
        var first = await OpenAsync(network);

        var second = OpenAsync(network);

        second.IsCompleted.ShouldBeFalse();
        await first.DisposeAsync();
        await (await second).DisposeAsync();
    }

    [Fact]
    public async Task A_refused_export_is_a_failure_and_holds_no_place()
    {
        await using var network = await Network.StartAsync(configure: options => options.ConcurrentReports = 1);
        network.Server.On(Export, ScriptedReply.Failure(400, "Invalid column"), File);

        var failure = await Should.ThrowAsync<EverflowException>(() => OpenAsync(network));

        (failure.Kind, failure.UpstreamMessage).ShouldBe((EverflowFailure.BadRequest, "Invalid column"));
        await (await OpenAsync(network)).DisposeAsync();
    }

    [Fact]
    public async Task An_export_that_cannot_start_is_repeated()
    {
        await using var network = await Network.StartAsync();
        network.Server.On(Export, ScriptedReply.Failure(503), File);

        await using var file = await OpenAsync(network);

        (await new StreamReader(file).ReadToEndAsync()).ShouldBe(File.Body);
    }

    [Fact]
    public async Task It_is_read_forwards_and_asynchronously_only()
    {
        await using var network = await Network.StartAsync();
        network.Server.On(Export, File);

        await using var file = await OpenAsync(network);

        (file.CanRead, file.CanSeek, file.CanWrite).ShouldBe((true, false, false));
        Should.Throw<NotSupportedException>(() => file.Length);
        Should.Throw<NotSupportedException>(() => file.Position);
        Should.Throw<NotSupportedException>(() => file.Seek(0, SeekOrigin.Begin));
        Should.Throw<NotSupportedException>(() => file.ReadExactly(new byte[1]));
    }

    private static Task<Stream> OpenAsync(Network network) =>
        network.Get<ReportsClient>().ExportTableAsync(Query, ReportFormat.Csv, CancellationToken.None);
}
