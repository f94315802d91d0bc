using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.ApiKeys;
using PromptLab.Data.Conversations;
using PromptLab.Data.Databases;
using PromptLab.Data.Migrations;
using PromptLab.Data.Turns;

namespace PromptLab.Data;

public static class DataRegistration
{
    /// <summary>The database of section <c>Database</c>, migrated before any other hosted service starts, and its repositories.</summary>
    public static IServiceCollection AddData(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<DatabaseOptions>().BindConfiguration(DatabaseOptions.Section);
        services.AddSingleton<DatabaseMigrator>();
        services.AddSingleton<ConversationRepository>();
        services.AddSingleton<TurnRepository>();
        services.AddSingleton<ApiKeyRepository>();
        return services;
    }
}
