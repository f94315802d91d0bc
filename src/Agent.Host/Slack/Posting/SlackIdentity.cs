using System.Text.Json.Nodes;

namespace PromptLab.Host.Slack.Posting;

/// <summary>Who calls, in Slack's form.</summary>
internal static class SlackIdentity
{
    public static SlackReply Test(SlackCall call) => SlackReply.Ok(new JsonObject
    {
        ["url"] = call.Origin.ToString(),
        ["team"] = SlackNames.TeamName,
        ["user"] = call.Owner,
        ["team_id"] = SlackNames.Team,
        ["user_id"] = SlackNames.User(call.Owner),
        ["is_enterprise_install"] = false,
    });
}
