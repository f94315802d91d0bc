using Microsoft.AspNetCore.Http;

namespace PromptLab.Testing.Http;

/// <summary>What a scripted server was asked.</summary>
/// <param name="Route">Method and path, such as <c>GET /v1/networks</c>.</param>
/// <param name="Query">With its question mark, or empty.</param>
public sealed record ScriptedRequest(string Route, string Query, string Body, IHeaderDictionary Headers);
