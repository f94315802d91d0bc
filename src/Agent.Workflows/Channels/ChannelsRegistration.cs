using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PromptLab.Data.Operators;

namespace PromptLab.Workflows.Channels;

public static class ChannelsRegistration
{
    /// <summary>The channels of the section <c>Channels</c>, checked at start; what sends to them is a door.</summary>
    public static IServiceCollection AddChannels(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<ChannelsOptions>().BindConfiguration(ChannelsOptions.Section);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ChannelsOptions>, ChannelsOptionsCheck>());
        services.AddOptionsWithValidateOnStart<OperatorOptions>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<OperatorOptions>, OperatorChannelCheck>());
        return services;
    }
}
