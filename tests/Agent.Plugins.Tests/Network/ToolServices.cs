using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PromptLab.Everflow;
using PromptLab.Plugins.Tools;

namespace PromptLab.Plugins.Tests.Network;

/// <summary>The product's own registrations, pointed at a server of a test.</summary>
public static class ToolServices
{
    public static ServiceProvider Create(Uri everflow, string apiKey, TimeProvider clock, params IEnumerable<(string Key, string Value)> settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Everflow:BaseAddress"] = everflow.ToString(), ["Everflow:ApiKey"] = apiKey })
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
            .Build();
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton(clock)
            .AddLogging()
            .AddEverflow()
            .AddTools()
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }
}
