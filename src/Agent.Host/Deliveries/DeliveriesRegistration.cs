using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PromptLab.Workflows.Channels;

namespace PromptLab.Host.Deliveries;

internal static class DeliveriesRegistration
{
    /// <summary>Sends what waits in the outbox to the configured channels.</summary>
    public static IServiceCollection AddDeliveries(this IServiceCollection services)
    {
        services.AddChannels();
        services.AddOptionsWithValidateOnStart<DeliveryOptions>().BindConfiguration(DeliveryOptions.Section).ValidateDataAnnotations();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<DeliveryOptions>, DeliveryOptionsCheck>());
        services.AddSingleton<ReceiverHttp>();
        services.AddSingleton<ChannelClient>();
        services.AddHostedService<DeliverySender>();
        return services;
    }
}
