using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PromptLab.Everflow.Transport;

/// <summary>One request to the API.</summary>
/// <param name="Operation">A name of ours for logs and failures; it holds no ids.</param>
/// <param name="Path">Under the base address, with its query, without a leading slash.</param>
/// <param name="Body">UTF-8 JSON, or null.</param>
internal readonly record struct ApiCall(string Operation, HttpMethod Method, string Path, byte[]? Body)
{
    /// <summary>The network counts simultaneous requests of this part on its own.</summary>
    public bool IsReport => Path.StartsWith("networks/reporting/", StringComparison.Ordinal);

    public static ApiCall Get(string operation, string path) => new(operation, HttpMethod.Get, path, null);

    public static ApiCall Post<T>(string operation, string path, T body, JsonTypeInfo<T> type) =>
        new(operation, HttpMethod.Post, path, JsonSerializer.SerializeToUtf8Bytes(body, type));

    public static ApiCall Patch<T>(string operation, string path, T body, JsonTypeInfo<T> type) =>
        new(operation, HttpMethod.Patch, path, JsonSerializer.SerializeToUtf8Bytes(body, type));
}
