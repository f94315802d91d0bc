using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using PromptLab.Data.Conversations;

namespace PromptLab.Data.Alerts;

/// <summary>An alert as a message in its recipient's own conversation "Alerts".</summary>
internal static class AlertMessage
{
    private const string Title = "Alerts";
    private const string Outcome = "alert";

    public static AgentMessage Of(AlertRow alert, string owner, DateTimeOffset now) => new(
        Guid.CreateVersion7(now), ConversationOf(owner), owner, $"**Alert {alert.Number}: {alert.Title}**\n\n{alert.Text}", Cards(alert), Outcome)
    {
        NewConversationTitle = Title,
        State = Shown(alert),
    };

    /// <summary>The same for an owner at all times and on every node.</summary>
    internal static Guid ConversationOf(string owner) => new(SHA256.HashData(Encoding.UTF8.GetBytes("alerts of " + owner)).AsSpan(0, 16));

    private static string Cards(AlertRow alert) => new JsonArray(new JsonObject
    {
        ["kind"] = "alert",
        ["data"] = JsonObject.Create(AlertView.Of(alert).ToElement()),
    }).ToJsonString();

    /// <summary>What "acknowledge it" means from now on.</summary>
    private static string Shown(AlertRow alert) => new JsonObject
    {
        ["shown"] = new JsonObject { ["alert"] = new JsonObject { ["id"] = alert.Number, ["name"] = alert.Title } },
    }.ToJsonString();
}
