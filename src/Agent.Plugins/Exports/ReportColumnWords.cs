using PromptLab.Plugins.Arguments;
using PromptLab.Workflows.Exports;

namespace PromptLab.Plugins.Exports;

/// <summary>Columns of exports by our names, with what people and Everflow call them.</summary>
internal static class ReportColumnWords
{
    public static readonly WordArgument Words = new(
        ["offer", "campaign", "offer name", "offer id"],
        ["partner", "affiliate", "publisher", "aff", "partner name", "partner id", "affiliate name", "affiliate id"],
        ["advertiser", "client"],
        ["country", "geo", "country code", "land"],
        ["region", "state"],
        ["city"],
        ["landing_page", "lp", "offer url", "page", "landing page name"],
        ["date", "day", "conversion date", "datetime", "time", "timestamp"],
        ["click_date", "click time"],
        ["status", "conversion status"],
        ["event", "event name", "goal"],
        ["payout", "commission"],
        ["revenue", "rev"],
        ["profit", "margin"],
        ["clicks"],
        ["impressions", "imps"],
        ["conversions", "convs", "cv"],
        ["cvr", "cr", "conversion rate"],
        ["epc", "earnings per click"],
        ["rpc", "revenue per click"],
        ["sale_amount", "order value"],
        ["sub1", "s1", "subid", "sub id", "subid1"],
        ["sub2", "s2", "subid2"],
        ["sub3", "s3", "subid3"],
        ["sub4", "s4", "subid4"],
        ["sub5", "s5", "subid5"],
        ["source_id", "source"],
        ["transaction_id", "click id", "tid"],
        ["conversion_id", "cid"],
        ["order_id", "order number"],
        ["coupon_code", "coupon"],
        ["error_code", "error"],
        ["error_message", "reason", "rejection reason"],
        ["delta", "click to conversion time", "ctct", "time to convert"],
        ["ip", "conversion ip", "user ip", "ip address"],
        ["click_ip", "session ip"],
        ["device", "device type"],
        ["platform", "os"],
        ["browser"],
        ["isp", "carrier"],
        ["referer", "referrer"]);

    /// <summary>The columns that were asked for: each once, in order; unknown ones, and those that the report does not have, are left
    /// out with a note.</summary>
    /// <param name="type">Null while it is not settled.</param>
    public static IReadOnlyList<string> Read(RequestDraft draft, ReportType? type)
    {
        var columns = new List<string>();
        var unknown = new List<string>();
        foreach (var said in ListArgument.Read(draft, "columns"))
        {
            if (Words.Find(said) is not { } column)
            {
                unknown.Add(said);
            }
            else if (!columns.Contains(column))
            {
                columns.Add(column);
            }
        }

        string[] used = [.. columns.Where(column => type is not { } report || ReportColumns.Has(report, column))];
        Settle(draft, columns, used, unknown);
        return used;
    }

    private static void Settle(RequestDraft draft, List<string> columns, string[] used, List<string> unknown)
    {
        string[] unfit = [.. columns.Except(used)];
        if (unfit.Length > 0)
        {
            draft.Note($"Left out, because this kind of report has no such column: {string.Join(", ", unfit)}.");
        }

        if (unknown.Count > 0)
        {
            draft.Note($"Left out, because no such column exists: {string.Join(", ", unknown.Select(Rendering.MarkdownText.Escape))}.");
        }

        if (columns.Count > 0)
        {
            // All of them: another kind of report, asked next, may have them.
            draft.Settle("columns", new System.Text.Json.Nodes.JsonArray([.. columns]));
        }

        if (used.Length > 0)
        {
            draft.Show("columns", "Columns", string.Join(", ", used));
        }
    }
}
