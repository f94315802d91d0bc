using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PromptLab.Host.Tests.Slack;
using PromptLab.Testing.Requirements;

namespace PromptLab.Host.Tests.Conformance;

/// <summary>Whoever Slack's own framework lets in is let in here, and nobody else.</summary>
public sealed class SlackSignatureTests(SlackHost host) : IClassFixture<SlackHost>
{
    private const string Body = """{"type":"url_verification","challenge":"ünïcode & <signs>"}""";

    [NodeFact]
    public async Task Requests_are_judged_as_bolt_judges_them()
    {
        var now = host.Clock.GetUtcNow().ToUnixTimeSeconds();
        Case[] cases =
        [
            Signed(now, SlackHost.Secret, Body),
            Signed(now - 290, SlackHost.Secret, Body),
            Signed(now - 320, SlackHost.Secret, Body),
            Signed(now, "another-secret", Body),
            Signed(now, SlackHost.Secret, Body) with { Body = Body + " " },
            Signed(now, SlackHost.Secret, Body) with { Timestamp = now - 1 },
            Signed(now, SlackHost.Secret, Body) with { Signature = "v0=" },
            Signed(now, SlackHost.Secret, Body) with { Signature = "v1=" + Signed(now, SlackHost.Secret, Body).Signature[3..] },
        ];

        var bolt = await BoltAsync(cases, now);
        var ours = new List<bool>();
        foreach (var item in cases)
        {
            ours.Add(await IsLetInAsync(item));
        }

        ours.ShouldBe(bolt);
        bolt.ShouldBe([true, true, false, false, false, false, false, false]);
    }

    private static Case Signed(long timestamp, string secret, string body)
    {
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"v0:{timestamp}:{body}")));
        return new Case(timestamp, $"v0={Convert.ToHexStringLower(hash)}", body);
    }

    private static async Task<bool[]> BoltAsync(IEnumerable<Case> cases, long now)
    {
        var lines = cases.Select(item => JsonSerializer.Serialize(
            new { secret = SlackHost.Secret, now, timestamp = item.Timestamp, signature = item.Signature, body = item.Body }));
        var verdicts = await NodeScript.RunAsync("tests/Agent.Host.Tests/Conformance", ["slack-signatures.mjs"], string.Join('\n', lines));
        return JsonSerializer.Deserialize<bool[]>(verdicts)!;
    }

    private async Task<bool> IsLetInAsync(Case item)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/slack/events") { Content = new StringContent(item.Body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Slack-Request-Timestamp", item.Timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("X-Slack-Signature", item.Signature);
        using var reply = await host.Client.SendAsync(request);
        return reply.StatusCode == HttpStatusCode.OK;
    }

    private sealed record Case(long Timestamp, string Signature, string Body);
}
