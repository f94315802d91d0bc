using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PromptLab.Planner.Prompts;

namespace PromptLab.Planner.Tests.Prompts;

/// <summary>A directory of prompts that a test writes.</summary>
internal sealed class PromptFiles : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("prompts-").FullName;

    public PromptFiles Version(int version, string text, string name = "agent") => Write($"{name}/{version}.yaml", Yaml(name, text));

    public PromptFiles Active(string content, string name = "agent") => Write($"{name}/active", content);

    public PromptFiles Write(string file, string content)
    {
        var path = Path.Combine(Root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return this;
    }

    public PromptFiles Delete(string file)
    {
        File.Delete(Path.Combine(Root, file));
        return this;
    }

    public PromptLibrary Open(ILogger<PromptLibrary>? logger = null) =>
        new(Options.Create(new PromptsOptions { Directory = Root }), logger ?? NullLogger<PromptLibrary>.Instance);

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static string Yaml(string name, string text) => $"name: {name}\ndescription: test\ntemplate: {text}\n";
}
