using Microsoft.Extensions.Options;
using PromptLab.Data.Operators;

namespace PromptLab.Workflows.Channels;

/// <summary>A notice must not vanish because of a misspelt name.</summary>
internal sealed class OperatorChannelCheck(IOptions<ChannelsOptions> channels) : IValidateOptions<OperatorOptions>
{
    public ValidateOptionsResult Validate(string? name, OperatorOptions options) =>
        string.IsNullOrEmpty(options.Channel) || channels.Value.ContainsKey(options.Channel)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"{OperatorOptions.Section}:Channel is '{options.Channel}', which is no channel. Known: "
                + $"{(channels.Value.Count == 0 ? "none" : string.Join(", ", channels.Value.Keys.Order()))}.");
}
