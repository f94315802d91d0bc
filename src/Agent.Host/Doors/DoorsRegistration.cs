namespace PromptLab.Host.Doors;

internal static class DoorsRegistration
{
    /// <summary>What several doors share.</summary>
    public static IServiceCollection AddDoors(this IServiceCollection services) =>
        services.AddSingleton<DoorConversations>().AddSingleton<DoorTurns>();
}
