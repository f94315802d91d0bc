using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using PromptLab.Planner.Models;
using PromptLab.Planner.Offline.Names;

namespace PromptLab.Planner.Offline;

public static class OfflineRegistration
{
    /// <summary>Adds the embedded planner under the key that <see cref="ModelRegistry"/> looks for; needs <c>AddTools</c>.</summary>
    public static IServiceCollection AddOfflineModel(this IServiceCollection services)
    {
        services.AddSingleton<NetworkNames>();
        services.AddKeyedSingleton<IChatClient, OfflineChatClient>(ModelsOptions.Offline);
        return services;
    }
}
