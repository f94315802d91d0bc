using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Options;

namespace PromptLab.Everflow.Transport;

internal sealed class EverflowGateway(HttpMessageInvoker http, IOptions<EverflowOptions> options)
{
    public async Task<TResult> ReadAsync<TWire, TResult>(
        ApiCall call, JsonTypeInfo<TWire> reply, Func<TWire, TResult> map, CancellationToken cancellationToken)
        where TWire : class
    {
        using var response = await SendAsync(call, cancellationToken);
        if (!response.IsSuccessStatusCode)
            throw new EverflowException(EverflowFailure.Unavailable, call.Operation, "x") { Status = response.StatusCode };
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        return map((await JsonSerializer.DeserializeAsync(stream, reply, cancellationToken))!);
    }

    public async Task<TResult?> FindAsync<TWire, TResult>(
        ApiCall call, JsonTypeInfo<TWire> reply, Func<TWire, TResult> map, CancellationToken cancellationToken)
        where TWire : class
        where TResult : class
    {
        try
        {
            return await ReadAsync(call, reply, map, cancellationToken);
        }
        catch (EverflowException notFound) when (notFound.Status == System.Net.HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    public Task<TResult> WriteAsync<TWire, TResult>(
        ApiCall call, JsonTypeInfo<TWire> reply, Func<TWire, TResult> map, CancellationToken cancellationToken)
        where TWire : class => ReadAsync(call, reply, map, cancellationToken);

    public Task WriteAsync(ApiCall call, CancellationToken cancellationToken) =>
        WriteAsync(call, Wire.WireJson.Default.ResultWire, static reply => reply.Result, cancellationToken);

    public async Task<Stream> OpenAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var response = await SendAsync(call, cancellationToken);
        return await response.Content.ReadAsStreamAsync(cancellationToken);
    }

    private async Task<HttpResponseMessage> SendAsync(ApiCall call, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(call.Method, options.Value.BaseAddress.AbsoluteUri.TrimEnd('/') + "/" + call.Path);
        request.Headers.TryAddWithoutValidation("X-Eflow-API-Key", options.Value.ApiKey);
        if (call.Body is not null)
            request.Content = new ByteArrayContent(call.Body) { Headers = { ContentType = new("application/json") } };
        return await http.SendAsync(request, cancellationToken);
    }
}
