using PromptLab.Plugins.Tests.Network;
using PromptLab.Plugins.Tools;
using PromptLab.Simulator;
using PromptLab.Simulator.Faults;

namespace PromptLab.Plugins.Tests.Exports;

[Collection(SharedNetwork.Name)]
public sealed class RowExportTests(SimulatedNetworkFixture network)
{
    private const string Yesterday = "2025-01-14";

    [Fact]
    public async Task Conversions_are_whole_with_the_apis_count_and_sums()
    {
        var file = await network.ExportAsync("""{"report_type":"conversions","date_range":"yesterday"}""");

        var sums = await network.ConversionsAsync("/summary", Yesterday, Yesterday);
        file.Rows.Count.ShouldBe(sums["total"]!.GetValue<int>());
        file.Sum("payout").ShouldBe(sums["payout"]!.GetValue<decimal>());
        file.Sum("revenue").ShouldBe(sums["revenue"]!.GetValue<decimal>());
        file.Column("conversion_id").Distinct().Count().ShouldBe(file.Rows.Count);
        file.Export.Note.ShouldBeNull();
    }

    [Fact]
    public async Task Events_are_rows_of_their_own()
    {
        var file = await network.ExportAsync($$"""{"report_type":"conversions","date_range":"last 7 days","offer":"{{Planted.EventOffer}}"}""");

        var offer = ("offer", $"{Planted.EventOffer}");
        var all = await network.ConversionsAsync("/summary", "2025-01-08", Yesterday, filters: offer);
        var based = await network.ConversionsAsync("/summary", "2025-01-08", Yesterday, showsEvents: false, filters: offer);
        var events = all["total"]!.GetValue<int>() - based["total"]!.GetValue<int>();
        events.ShouldBeGreaterThan(0);
        file.Column("event").Count(name => name == "Deposit").ShouldBe(events);
        file.Column("event").Count(name => name == "Base").ShouldBe(based["total"]!.GetValue<int>());
    }

    [Fact]
    public async Task Throttled_conversions_are_those_of_the_api()
    {
        var file = await network.ExportAsync($$"""{"report_type":"scrub","date_range":"last 30 days","offer":"{{Planted.ThrottledOffer}}"}""");

        var sums = await network.ConversionsAsync("/summary", "2024-12-16", Yesterday, isScrubOnly: true, filters: ("offer", $"{Planted.ThrottledOffer}"));
        file.Rows.Count.ShouldBe(sums["total"]!.GetValue<int>());
        file.Rows.Count.ShouldBeGreaterThan(0);
        file.Column("throttled").ShouldAllBe(cell => cell == "yes");
        file.Header.Take(5).ShouldBe(["date", "conversion_id", "sub1", "sub2", "sub3"]);
    }

    [Fact]
    public async Task Sub_ids_that_begin_like_formulas_are_text()
    {
        var file = await network.ExportAsync($$"""{"report_type":"conversions","date_range":"last 30 days","partner":"{{Planted.HostileSubsPartner}}"}""");

        var subs = file.Column("sub1").Concat(file.Column("sub2")).Distinct().ToArray();
        subs.ShouldContain(sub => sub.StartsWith("'=", StringComparison.Ordinal));
        subs.ShouldContain(sub => sub.StartsWith("'@", StringComparison.Ordinal));
        subs.ShouldAllBe(sub => sub.Length == 0 || !"=+-@\t\r\n".Contains(sub[0]));
    }

    [Fact]
    public async Task Columns_come_in_the_order_asked_each_once_and_the_rest_is_noted()
    {
        var request = await network.Tools.SettleAsync(
            "export_report", """{"report_type":"conversions","date_range":"yesterday","columns":["revenue","clicks","affiliate","payout","aff","shoe size"]}""");
        var answer = await network.Tools.AnswerAsync(
            "export_report", """{"report_type":"conversions","date_range":"yesterday","columns":["revenue","clicks","affiliate","payout","aff","shoe size"]}""");

        request.Notes.ShouldBe(
            ["Left out, because this kind of report has no such column: clicks.", "Left out, because no such column exists: shoe size."]);
        (await ExportedFile.ReadAsync(network.Services, answer)).Header.ShouldBe(["revenue", "partner_id", "partner", "payout"]);
    }

    [Fact]
    public async Task Rows_longer_ago_than_a_year_are_clipped_with_a_note()
    {
        var answer = await network.Tools.AnswerAsync(
            "export_report", $$"""{"report_type":"scrub","date_range":"2024","offer":"{{Planted.ThrottledOffer}}"}""");

        answer.Markdown.ShouldContain("the file begins with 2024-01-16");
        var file = await ExportedFile.ReadAsync(network.Services, answer);
        file.Export.Period.From.ShouldBe("2024-01-16");
        var sums = await network.ConversionsAsync("/summary", "2024-01-16", "2024-12-31", isScrubOnly: true, filters: ("offer", $"{Planted.ThrottledOffer}"));
        file.Rows.Count.ShouldBe(sums["total"]!.GetValue<int>());
    }

    [Fact]
    public async Task Rows_wholly_too_long_ago_are_refused_with_what_is_possible()
    {
        var outcome = await network.Tools.RunAsync("export_report", """{"report_type":"conversions","date_range":"January 2023"}""");

        var problem = outcome.ShouldBeOfType<ToolOutcome.Failed>().Problem;
        problem.Code.ShouldBe("too_long_ago");
        problem.Choices.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_file_that_breaks_once_is_asked_again_without_a_row_twice()
    {
        network.Simulator.Faults.Add(new Fault("/networks/reporting/conversions/export", FaultKind.Truncate) { Count = 1 });

        var file = await network.ExportAsync("""{"report_type":"conversions","date_range":"yesterday","country":"Germany"}""");

        var sums = await network.ConversionsAsync("/summary", Yesterday, Yesterday, filters: ("country", "Germany"));
        file.Rows.Count.ShouldBe(sums["total"]!.GetValue<int>());
        file.Column("conversion_id").Distinct().Count().ShouldBe(file.Rows.Count);
    }
}
