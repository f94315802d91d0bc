using System.Diagnostics.CodeAnalysis;

namespace PromptLab.Workflows.Channels;

/// <summary>Section <c>Channels</c>: <c>Channels:{name}:Kind</c>, <c>Url</c>, <c>Secret</c>. Names are compared without case.</summary>
[SuppressMessage("Design", "CA1010", Justification = "It is bound as a dictionary.")]
public sealed class ChannelsOptions() : Dictionary<string, ChannelOptions>(StringComparer.OrdinalIgnoreCase)
{
    public const string Section = "Channels";
}
