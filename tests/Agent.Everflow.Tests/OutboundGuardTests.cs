using System.Net;
using PromptLab.Testing.Http;

namespace PromptLab.Everflow.Tests;

public sealed class OutboundGuardTests
{
    [Theory]
    [InlineData("https://guarded-one.example/v1")]
    [InlineData("http://guarded-two.example/v1")]
    [InlineData("http://192.0.2.7/")]
    public async Task Unregistered_outbound_http_fails_visibly(string address)
    {
        using var http = new HttpMessageInvoker(new SocketsHttpHandler());
        using var request = new HttpRequestMessage(HttpMethod.Get, address);

        var failure = await Record.ExceptionAsync(() => http.SendAsync(request, CancellationToken.None));

        failure.ShouldBeOfType<NotSupportedException>();
        OutboundGuard.Stopped.ShouldContain(new Uri(address).Host);
    }

    [Fact]
    public async Task This_machine_can_be_asked()
    {
        await using var server = await ScriptedServer.StartAsync();
        server.On("GET /", ScriptedReply.Json("{}"));
        using var http = new HttpMessageInvoker(new SocketsHttpHandler());
        using var request = new HttpRequestMessage(HttpMethod.Get, server.Address);

        using var response = await http.SendAsync(request, CancellationToken.None);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
