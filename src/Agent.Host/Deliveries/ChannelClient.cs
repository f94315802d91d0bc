using System.Text;
using Microsoft.Extensions.Options;
using PromptLab.Data.Deliveries;
using PromptLab.Workflows.Channels;

namespace PromptLab.Host.Deliveries;

/// <summary>Posts a delivery to its channel, once. Neither address nor secret is ever part of a result or a log.</summary>
internal sealed class ChannelClient(
    ReceiverHttp http, IOptions<ChannelsOptions> channels, IOptions<DeliveryOptions> options, TimeProvider clock)
{
    public async Task<SendResult> SendAsync(DeliveryRow delivery, CancellationToken cancellationToken)
    {
        if (!channels.Value.TryGetValue(delivery.Channel, out var channel))
        {
            return new SendResult.Refused("The channel is not configured any more.");
        }

        using var timeout = new CancellationTokenSource(options.Value.Timeout, clock);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            using var request = Request(delivery, channel);
            using var reply = await http.SendAsync(request, patience.Token);
            return Judge(reply);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            return new SendResult.TryAgain($"No answer within {options.Value.Timeout.TotalSeconds:0.#} seconds.", null);
        }
        catch (HttpRequestException)
        {
            return new SendResult.TryAgain("The receiver could not be reached, or broke the connection.", null);
        }
    }

    private HttpRequestMessage Request(DeliveryRow delivery, ChannelOptions channel)
    {
        var body = channel.Kind == ChannelKind.Slack ? SlackMessage.Write(delivery.Payload) : delivery.Payload;
        var request = new HttpRequestMessage(HttpMethod.Post, channel.Url) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.UserAgent.ParseAdd("PromptLab/1.0");
        request.Headers.Add("Idempotency-Key", delivery.Id.ToString());
        request.Headers.Add("X-PromptLab-Delivery", delivery.Id.ToString());
        if (channel.Kind == ChannelKind.Webhook)
        {
            WebhookSignature.Add(request, body, channel.Secret!, clock.GetUtcNow());
        }

        return request;
    }

    private SendResult Judge(HttpResponseMessage reply) => (int)reply.StatusCode switch
    {
        >= 200 and < 300 => new SendResult.Sent(),
        429 or 503 => new SendResult.TryAgain(Answer(reply), ReceiverHttp.RetryAfter(reply, clock.GetUtcNow())),
        408 or 425 or >= 500 => new SendResult.TryAgain(Answer(reply), null),
        >= 300 and < 400 => new SendResult.Refused($"{Answer(reply)} Redirects are not followed."),
        _ => new SendResult.Refused(Answer(reply)),
    };

    private static string Answer(HttpResponseMessage reply) => $"The receiver answered {(int)reply.StatusCode}.";
}
