using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using PromptLab.Host.Deliveries;

namespace PromptLab.Host.Slack.Sending;

/// <summary>Slack's Web API (https://docs.slack.dev/apis/web-api). Neither token nor response URL is ever part of a result or a log.</summary>
internal sealed class SlackApi(ReceiverHttp http, IOptions<SlackOptions> slack, IOptions<DeliveryOptions> deliveries, TimeProvider clock)
{
    private static readonly TimeSpan UsualWait = TimeSpan.FromSeconds(30);

    /// <summary>Slack's faults that pass; the call may have been carried out nevertheless.</summary>
    private static readonly string[] Passing = ["internal_error", "fatal_error", "service_unavailable", "request_timeout"];

    /// <summary>A method that writes.</summary>
    public Task<SlackApiResult> PostAsync(string method, JsonObject arguments, CancellationToken cancellationToken) =>
        CallAsync(method, new StringContent(arguments.ToJsonString(), Encoding.UTF8, "application/json"), cancellationToken);

    /// <summary>A method that reads; those take no JSON.</summary>
    public Task<SlackApiResult> ReadAsync(string method, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken) =>
        CallAsync(method, new FormUrlEncodedContent(arguments), cancellationToken);

    /// <summary>Answers a command or a button where Slack wants it.</summary>
    public Task<SlackApiResult> RespondAsync(string responseUrl, string content, CancellationToken cancellationToken)
    {
        var url = new Uri(responseUrl);
        if (url.Scheme != Uri.UriSchemeHttps && !url.IsLoopback)
        {
            return Task.FromResult<SlackApiResult>(new SlackApiResult.Refused("invalid_response_url"));
        }

        return SendAsync(
            new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(content, Encoding.UTF8, "application/json") },
            isResponse: true,
            cancellationToken);
    }

    private Task<SlackApiResult> CallAsync(string method, HttpContent content, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(slack.Value.ApiUrl, method)) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", slack.Value.BotToken);
        return SendAsync(request, isResponse: false, cancellationToken);
    }

    private async Task<SlackApiResult> SendAsync(HttpRequestMessage request, bool isResponse, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(deliveries.Value.Timeout, clock);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        using (request)
        {
            try
            {
                using var reply = await http.SendAsync(request, patience.Token);
                return await JudgeAsync(reply, isResponse, patience.Token);
            }
            catch (OperationCanceledException) when (timeout.IsCancellationRequested)
            {
                return new SlackApiResult.Unknown("Slack did not answer in time.");
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException or JsonException)
            {
                return new SlackApiResult.Unknown("Slack could not be reached, or its answer not be read.");
            }
        }
    }

    private async Task<SlackApiResult> JudgeAsync(HttpResponseMessage reply, bool isResponse, CancellationToken cancellationToken)
    {
        var status = (int)reply.StatusCode;
        if (status == StatusCodes.Status429TooManyRequests)
        {
            return new SlackApiResult.Limited(ReceiverHttp.RetryAfter(reply, clock.GetUtcNow()) ?? UsualWait);
        }

        if (status is < 200 or >= 300)
        {
            return status is 408 or >= 500 ? new SlackApiResult.Unknown($"Slack answered {status}.") : new SlackApiResult.Refused($"http_{status}");
        }

        return isResponse ? new SlackApiResult.Done(default) : Judge(JsonElement.Parse(await reply.Content.ReadAsByteArrayAsync(cancellationToken)));
    }

    private static SlackApiResult Judge(JsonElement body)
    {
        if (body.ValueKind == JsonValueKind.Object && body.TryGetProperty("ok", out var ok) && ok.ValueKind == JsonValueKind.True)
        {
            return new SlackApiResult.Done(body);
        }

        var code = body.Text("error") ?? "";
        return code is "ratelimited" or "rate_limited" ? new SlackApiResult.Limited(UsualWait)
            : Passing.Contains(code) ? new SlackApiResult.Unknown($"Slack answered {code}.")
            : new SlackApiResult.Refused(code);
    }
}
