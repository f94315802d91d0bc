using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using PromptLab.Data.Slack;

namespace PromptLab.Host.Slack.Incoming;

/// <summary>Reads a slash command (https://docs.slack.dev/interactivity/implementing-slash-commands). Its answer is for the person alone.</summary>
internal sealed class SlackCommands(IOptions<SlackOptions> options, TimeProvider clock)
{
    /// <summary>Null when it lacks what every command has.</summary>
    public NewSlackTask? Read(IReadOnlyDictionary<string, StringValues> form)
    {
        var (team, channel, user) = (Text(form, "team_id"), Text(form, "channel_id"), Text(form, "user_id"));
        var (trigger, responseUrl) = (Text(form, "trigger_id"), Text(form, "response_url"));
        if (channel.Length == 0 || user.Length == 0 || trigger.Length == 0 || !Uri.TryCreate(responseUrl, UriKind.Absolute, out _))
        {
            return null;
        }

        var words = SlackWords.Read(Text(form, "text"), null);
        var task = new SlackTask
        {
            Owner = options.Value.Owner(team, user),
            OutsideId = OutsideId(team, channel, user),
            Channel = channel,
            Text = words.Length == 0 ? "What can you do?" : words,
            ResponseUrl = responseUrl,
        };
        return task.ToEntry($"command/{trigger}", SlackTimestamp.Of(clock.GetUtcNow()), SlackTaskKind.Message);
    }

    /// <summary>Of what somebody asks by command in a channel: the next command goes on with it.</summary>
    public static string OutsideId(string team, string channel, string user) => $"command/{team}/{channel}/{user}";

    private static string Text(IReadOnlyDictionary<string, StringValues> form, string name) => form.TryGetValue(name, out var value) ? value.ToString() : "";
}
