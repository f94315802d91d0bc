using Microsoft.Extensions.Options;

namespace PromptLab.Host.Slack;

/// <summary>Every fault of the section at once; secrets are not repeated in it.</summary>
internal sealed class SlackOptionsCheck : IValidateOptions<SlackOptions>
{
    public ValidateOptionsResult Validate(string? name, SlackOptions options)
    {
        string[] faults = [.. Faults(options)];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(SlackOptions options)
    {
        if (string.IsNullOrEmpty(options.SigningSecret) != string.IsNullOrEmpty(options.BotToken))
        {
            yield return "Slack:SigningSecret and Slack:BotToken belong together; set both, or neither to do without the Slack app.";
        }

        if (!IsAddress(options.ApiUrl))
        {
            yield return "Slack:ApiUrl must be an absolute https address that ends with /; http is for this machine only.";
        }

        if (options.PublicUrl is { } page && page is not { IsAbsoluteUri: true, Scheme: "http" or "https" })
        {
            yield return "Slack:PublicUrl must be the absolute address of the chat page.";
        }
    }

    private static bool IsAddress(Uri url) =>
        url is { IsAbsoluteUri: true, UserInfo: "" } && url.AbsolutePath.EndsWith('/')
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback));
}
