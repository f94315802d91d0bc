using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using PromptLab.Host.Problems;

namespace PromptLab.Host.Slack.Incoming;

/// <summary>Lets in what Slack has signed, and nothing else.</summary>
internal sealed partial class SlackRequests(IOptions<SlackOptions> options, TimeProvider clock, ILogger<SlackRequests> logger)
{
    /// <summary>Why the request is refused, or its body as it was signed.</summary>
    public async Task<(ProblemHttpResult? Refusal, byte[] Body)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!options.Value.IsConfigured)
        {
            return (ApiProblem.Create(
                StatusCodes.Status404NotFound, "slack_not_configured",
                "The Slack app is not configured here. Set Slack:SigningSecret and Slack:BotToken; docs/doors/slack.md has the steps."), []);
        }

        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, cancellationToken);
        var body = buffer.ToArray();
        if (SlackSignature.IsValid(options.Value.SigningSecret!, request.Headers, body, clock.GetUtcNow()))
        {
            return (null, body);
        }

        SignatureRefused();
        return (ApiProblem.Create(
            StatusCodes.Status401Unauthorized, "slack_signature_invalid", "The request is not signed by Slack, or was signed more than five minutes ago."), []);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A request without a valid signature of Slack was refused")]
    private partial void SignatureRefused();
}
