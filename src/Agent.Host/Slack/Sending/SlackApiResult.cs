using System.Text.Json;

namespace PromptLab.Host.Slack.Sending;

/// <summary>What came of one call of Slack's Web API.</summary>
internal abstract record SlackApiResult
{
    private SlackApiResult()
    {
    }

    public sealed record Done(JsonElement Body) : SlackApiResult;

    /// <summary>Too many calls; nothing was done.</summary>
    public sealed record Limited(TimeSpan Wait) : SlackApiResult;

    /// <summary>No answer, or none that says whether it was done.</summary>
    public sealed record Unknown(string Error) : SlackApiResult;

    /// <summary>The same call will not be taken later either.</summary>
    /// <param name="Code">Slack's own.</param>
    public sealed record Refused(string Code) : SlackApiResult;
}
