using System.Text.Json;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Host.Tests.Templates;

namespace PromptLab.Host.Tests.Browser.Lab;

/// <summary>Templates that a test begins with.</summary>
internal static class LabTemplates
{
    public static string NewName() => $"Template {Guid.NewGuid():N}";

    /// <returns>Where the template's page is.</returns>
    public static async Task<string> TemplateAsync(this HostFixture host, params string[] contents)
    {
        var saved = await host.Client.CreateTemplateAsync(NewName(), contents[0]);
        foreach (var content in contents.Skip(1))
        {
            saved = await host.Client.ChangeTemplateAsync(saved, new { content });
        }

        return PlaceOf(saved);
    }

    public static string PlaceOf(JsonElement saved) => $"/lab/templates/{IdOf(saved)}";

    public static string IdOf(JsonElement saved) => saved.GetProperty("template").GetProperty("id").GetString()!;
}
