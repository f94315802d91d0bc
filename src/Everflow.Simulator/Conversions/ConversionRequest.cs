using PromptLab.Simulator.Reports;
using PromptLab.Simulator.Traffic;
using PromptLab.Simulator.Wire;

namespace PromptLab.Simulator.Conversions;

/// <summary>A valid request for single conversions, their totals or their export.</summary>
/// <param name="Statuses">Empty: any.</param>
/// <param name="Keys">Null: any; otherwise the conversions of the asked clicks or ids.</param>
internal sealed record ConversionRequest(
    ReportPeriod Period,
    bool ShowConversions,
    bool ShowEvents,
    bool OnlyScrub,
    bool NothingPossible,
    IReadOnlySet<ConversionStatus> Statuses,
    IReadOnlySet<(int Stream, int Day, int Index)>? Keys,
    WireBody Query)
{
    private const int DaysBack = 365;

    public static ConversionRequest Read(WireBody body, SimulatedNetwork network, ConversionIds ids)
    {
        var period = ReportPeriod.Read(body, needsCurrency: false);
        if (period.From < network.Today.AddDays(-DaysBack)) throw RefusedException.BadRequest("conversions are available for the last 365 days");
        var (conversions, events) = (body.Flag("show_conversions"), body.Flag("show_events"));
        if (conversions is null || events is null) throw RefusedException.BadRequest("show_conversions and show_events are required");
        if (conversions is false && events is false) throw RefusedException.BadRequest("show_conversions or show_events must be true");
        var query = body.Object("query");
        var clicks = Values(query, "transaction_id").Concat(Values(query, "conversion_id")).ToArray();
        return new ConversionRequest(
            period,
            conversions.Value,
            events.Value,
            body.Flag("show_only_scrub") is true,
            body.Flag("show_only_vt") is true || body.Flag("show_only_fail_traffic") is true,
            Values(query, "status").Where(word => WireJson.TryWord(word, out ConversionStatus _)).Select(Status).ToHashSet(),
            clicks.Length == 0 ? null : clicks.Select(ids.Parse).OfType<ConversionKey>().Select(key => (key.Stream, key.Day, key.Index)).ToHashSet(),
            query);
    }

    public bool Accepts(in ConversionFact fact) =>
        (fact.Key.IsEvent ? ShowEvents : ShowConversions)
        && !NothingPossible
        && (!OnlyScrub || fact.Outcome.IsScrub)
        && (Statuses.Count == 0 || Statuses.Contains(fact.Outcome.Status))
        && (Keys is null || Keys.Contains((fact.Key.Stream, fact.Key.Day, fact.Key.Index)));

    private static IEnumerable<string> Values(WireBody query, string type) =>
        query.Objects("filters").Where(entry => entry.Text("resource_type") == type).Select(entry => entry.Text("filter_id_value")).OfType<string>();

    private static ConversionStatus Status(string word) => WireJson.TryWord(word, out ConversionStatus status) ? status : default;
}
