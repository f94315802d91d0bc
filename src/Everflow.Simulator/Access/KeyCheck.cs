using PromptLab.Simulator.Wire;

namespace PromptLab.Simulator.Access;

/// <summary>One key opens one realm: the network's. Look-up data is open to all.</summary>
internal sealed class KeyCheck(RequestDelegate next, SimulatorOptions options)
{
    private const string Header = "X-Eflow-API-Key";
    private static readonly string[] OtherRealms = ["/v1/affiliates", "/v1/advertisers", "/v1/partners"];

    public Task InvokeAsync(HttpContext context)
    {
        var path = context.Request.Path;
        if (path.StartsWithSegments("/v1/networks") || OtherRealms.Any(realm => path.StartsWithSegments(realm))) Check(context.Request);
        return next(context);
    }

    private void Check(HttpRequest request)
    {
        var key = request.Headers[Header].ToString();
        if (key.Length == 0) throw new RefusedException(StatusCodes.Status401Unauthorized, "No Authentication Method Found");
        if (key != options.ApiKey && key != options.ReadOnlyApiKey) throw new RefusedException(StatusCodes.Status401Unauthorized, "Unauthorized");
        if (!request.Path.StartsWithSegments("/v1/networks")) throw new RefusedException(StatusCodes.Status403Forbidden, "Out of realm");
        if (key == options.ReadOnlyApiKey && IsWrite(request)) throw new RefusedException(StatusCodes.Status403Forbidden, "Forbidden");
    }

    private static bool IsWrite(HttpRequest request) =>
        HttpMethods.IsPatch(request.Method) || HttpMethods.IsPut(request.Method) || HttpMethods.IsDelete(request.Method)
        || (HttpMethods.IsPost(request.Method) && request.Path.StartsWithSegments("/v1/networks/tracking"));
}
