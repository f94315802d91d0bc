using System.Text.Json.Nodes;
using PromptLab.Data.Alerts;

namespace PromptLab.Plugins.Alerts;

/// <summary>A check's report as an alert.</summary>
internal static class AlertTexts
{
    public const string Incomplete = "Everflow left rows out of this report because it is too large, so partners may be missing.";

    public static AlertContent Of(CheckReport report, bool isComplete) => new(
        report.Title,
        string.Join("\n\n", isComplete ? report.Remarks : [.. report.Remarks, Incomplete]),
        new JsonArray([.. report.Facts.Select(fact => new JsonObject { ["label"] = fact.Label, ["value"] = fact.Value })]).ToJsonString(),
        report.Table.ToJson().ToJsonString());
}
