using PromptLab.Simulator.Tests.Api;
using PromptLab.Testing.Time;

namespace PromptLab.Simulator.Tests.Reports;

public sealed class ReportTimeTests(SimulatorFixture simulator) : IClassFixture<SimulatorFixture>
{
    [Fact]
    public async Task Today_ends_at_the_last_full_hour()
    {
        var hours = await simulator.Api.ReportAsync(new ReportAsk(0, 0, "hour"));

        hours[^1].Label.ShouldBe("2025-01-15 11:00");
        hours.Count.ShouldBe(12);
    }

    [Fact]
    public async Task The_future_is_empty()
    {
        var rows = await simulator.Api.ReportAsync(new ReportAsk(-1, -5, "offer"));

        rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task Four_hundred_days_have_traffic_and_the_day_before_has_none()
    {
        var first = await simulator.Api.TotalAsync(new ReportAsk(399, 399));
        var before = await simulator.Api.TotalAsync(new ReportAsk(401, 400));

        first.Clicks.ShouldBePositive();
        before.Clicks.ShouldBe(0);
    }

    [Fact]
    public async Task Days_differ_and_stay_within_the_size_of_the_network()
    {
        var days = await simulator.Api.ReportAsync(new ReportAsk(364, 1, "date"));

        days.Select(day => day.Clicks).Distinct().Count().ShouldBeGreaterThan(350);
        days.ShouldAllBe(day => day.Clicks > 100_000 && day.Clicks < 400_000);
    }

    [Fact]
    public async Task Conversion_rates_are_those_of_real_offers()
    {
        var rows = await simulator.Api.ReportAsync(new ReportAsk(30, 1, "offer"));

        var rates = rows.Where(row => row.Clicks > 5000).Select(row => row.Number("cvr")).ToArray();
        rates.Length.ShouldBeGreaterThan(100);
        rates.ShouldAllBe(rate => rate > 0.3m && rate < 8.5m);
    }

    [Fact]
    public async Task A_day_grows_hour_by_hour_and_then_stands_still()
    {
        var clock = new ManualTimeProvider();
        await using var server = await SimulatorServer.StartAsync(new SimulatorOptions { Clock = clock }, CancellationToken.None);
        using var api = new SimulatedApi(server);
        var ask = new ReportAsk(0, 0) { Filters = [("offer", 1001)] };

        var noon = await api.TotalAsync(ask);
        clock.Advance(TimeSpan.FromHours(1));
        var later = await api.TotalAsync(ask);
        clock.Advance(TimeSpan.FromDays(1));
        var tomorrow = await api.TotalAsync(ask);
        clock.Advance(TimeSpan.FromDays(5));
        var muchLater = await api.TotalAsync(ask);

        later.Clicks.ShouldBeGreaterThan(noon.Clicks);
        tomorrow.Clicks.ShouldBeGreaterThan(later.Clicks);
        muchLater.Clicks.ShouldBe(tomorrow.Clicks);
    }

    [Fact]
    public async Task Two_networks_of_one_seed_are_equal_and_of_two_seeds_are_not()
    {
        await using var twin = await SimulatorServer.StartAsync(new SimulatorOptions { Clock = new ManualTimeProvider() }, CancellationToken.None);
        await using var stranger = await SimulatorServer.StartAsync(new SimulatorOptions { Clock = new ManualTimeProvider(), Seed = 7 }, CancellationToken.None);
        using var ofTwin = new SimulatedApi(twin);
        using var ofStranger = new SimulatedApi(stranger);

        var mine = await simulator.Api.PostAsync("/networks/reporting/entity/table", new ReportAsk(7, 0, "affiliate").Body());
        var same = await ofTwin.PostAsync("/networks/reporting/entity/table", new ReportAsk(7, 0, "affiliate").Body());
        var other = await ofStranger.PostAsync("/networks/reporting/entity/table", new ReportAsk(7, 0, "affiliate").Body());

        same.ToJsonString().ShouldBe(mine.ToJsonString());
        other.ToJsonString().ShouldNotBe(mine.ToJsonString());
    }
}
