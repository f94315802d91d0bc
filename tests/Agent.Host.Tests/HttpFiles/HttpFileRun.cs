using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PromptLab.Host.Tests.HttpFiles;

/// <summary>Sends the requests of a file one after another, as a person does who works down the page.</summary>
internal sealed partial class HttpFileRun(HttpFile file, HttpClient client)
{
    private const int Patience = 90;

    private readonly Dictionary<string, JsonElement> _replies = [];
    private readonly Dictionary<string, string> _headers = [];

    /// <summary>What did not answer as the file says, one sentence each.</summary>
    public async Task<IReadOnlyList<string>> RunAsync()
    {
        var problems = new List<string>();
        foreach (var request in file.Requests)
        {
            for (var attempt = 0; request.IsRepeated && attempt < Patience && await IsEmptyAsync(request); attempt++)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
            }

            if (await SendAsync(request) is { } problem)
            {
                problems.Add(problem);
            }
        }

        return problems;
    }

    private async Task<bool> IsEmptyAsync(HttpFileRequest request)
    {
        using var message = Message(request);
        using var response = await client.SendAsync(message);
        return JsonElement.Parse(await response.Content.ReadAsStringAsync()).GetProperty("data").GetArrayLength() == 0;
    }

    private async Task<string?> SendAsync(HttpFileRequest request)
    {
        using var message = Message(request);
        using var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead);
        var status = (int)response.StatusCode;
        var isEndless = response.Content.Headers.ContentType?.MediaType == "text/event-stream" && request.Method == "GET";
        var body = isEndless ? "" : await response.Content.ReadAsStringAsync();
        Remember(request, response, body);
        return (request.Expected is { } expected ? status == expected : response.IsSuccessStatusCode)
            ? null
            : $"{file.Name}: {request.Method} {message.RequestUri} answered {status}: {body[..Math.Min(body.Length, 600)]}";
    }

    private HttpRequestMessage Message(HttpFileRequest request)
    {
        var message = new HttpRequestMessage(new HttpMethod(request.Method), Fill(request.Target));
        var type = request.Headers.Where(header => header.Name == "Content-Type").Select(header => header.Value).FirstOrDefault();
        if (request.Body is { } body)
        {
            message.Content = new StringContent(Fill(body), Encoding.UTF8);
            message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type ?? "application/json");
        }

        foreach (var (name, value) in request.Headers.Where(header => header.Name != "Content-Type"))
        {
            message.Headers.TryAddWithoutValidation(name, Fill(value));
        }

        return message;
    }

    private void Remember(HttpFileRequest request, HttpResponseMessage response, string body)
    {
        if (request.Name is not { } name)
        {
            return;
        }

        if (response.Content.Headers.ContentType?.MediaType?.Contains("json", StringComparison.Ordinal) == true)
        {
            _replies[name] = JsonElement.Parse(body);
        }

        foreach (var (header, values) in response.Headers)
        {
            _headers[$"{name}.{header.ToUpperInvariant()}"] = values.First();
        }
    }

    private string Fill(string text) => Reference().Replace(text, match => Value(match.Groups[1].Value.Trim()) ?? match.Value);

    /// <summary>Null for what the file does not define: a template's own placeholder, which clients send as it is.</summary>
    private string? Value(string reference)
    {
        if (reference == "host")
        {
            return client.BaseAddress!.ToString().TrimEnd('/');
        }

        if (file.Variables.TryGetValue(reference, out var value))
        {
            return Fill(value);
        }

        var parts = reference.Split('.', 4);
        return parts switch
        {
            [var name, "response", "headers", var header] => _headers[$"{name}.{header.ToUpperInvariant()}"],
            [var name, "response", "body", var path] => Walk(_replies[name], path),
            _ => null,
        };
    }

    private static string Walk(JsonElement reply, string path)
    {
        foreach (Match step in Step().Matches(path))
        {
            reply = step.Groups[1].Success ? reply.GetProperty(step.Groups[1].Value) : reply[int.Parse(step.Groups[2].Value, null)];
        }

        return reply.ToString();
    }

    [GeneratedRegex(@"\{\{([^{}]+)\}\}")]
    private static partial Regex Reference();

    [GeneratedRegex(@"\.(\w+)|\[(\d+)\]")]
    private static partial Regex Step();
}
