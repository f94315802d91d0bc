using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data;
using PromptLab.Everflow;
using PromptLab.Plugins.Tools;

namespace PromptLab.Plugins.Tests.Network;

/// <summary>The product's own registrations, pointed at a server of a test; the database is there for whoever migrates it.</summary>
public static class ToolServices
{
    public static ServiceProvider Create(Uri everflow, string apiKey, TimeProvider clock, params IEnumerable<(string Key, string Value)> settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Everflow:BaseAddress"] = everflow.ToString(), ["Everflow:ApiKey"] = apiKey })
            .AddInMemoryCollection([new("Database:Path", Path.Combine(Path.GetTempPath(), $"promptlab-tools-{Guid.NewGuid():N}", "promptlab.db"))])
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
            .Build();
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton(clock)
            .AddLogging()
            .AddData()
            .AddEverflow()
            .AddTools()
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }
}
