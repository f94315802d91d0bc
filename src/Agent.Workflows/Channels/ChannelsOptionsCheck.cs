using Microsoft.Extensions.Options;

namespace PromptLab.Workflows.Channels;

/// <summary>Every fault of the section at once. Addresses are not repeated in it, because they are secrets.</summary>
internal sealed class ChannelsOptionsCheck : IValidateOptions<ChannelsOptions>
{
    private const int ShortestSecret = 16;

    public ValidateOptionsResult Validate(string? name, ChannelsOptions options)
    {
        string[] faults = [.. options.SelectMany(channel => Faults($"{ChannelsOptions.Section}:{channel.Key}", channel.Value))];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(string setting, ChannelOptions channel)
    {
        if (channel.Kind is not (ChannelKind.Slack or ChannelKind.Webhook))
        {
            yield return $"{setting}:Kind is '{channel.Kind}'; it must be {ChannelKind.Slack} or {ChannelKind.Webhook}.";
        }

        if (!IsAddress(channel.Url))
        {
            yield return $"{setting}:Url must be an absolute https address without a user name; http is for this machine only.";
        }

        if (channel.Kind == ChannelKind.Webhook && channel.Secret is not { Length: >= ShortestSecret })
        {
            yield return $"{setting}:Secret must have at least {ShortestSecret} characters; receivers check the signature with it.";
        }
    }

    private static bool IsAddress(Uri? url) =>
        url is { IsAbsoluteUri: true, UserInfo: "" }
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback));
}
