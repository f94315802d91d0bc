using System.Collections.Frozen;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace PromptLab.Planner.Prompts;

/// <summary>The prompts on disk. Readers see one consistent state; a reload replaces it as a whole.</summary>
public sealed partial class PromptLibrary
{
    private readonly string directory;
    private readonly ILogger<PromptLibrary> logger;
    private readonly Lock reloading = new();
    private FrozenDictionary<string, PromptFolder> folders = FrozenDictionary<string, PromptFolder>.Empty;

    /// <exception cref="PromptsNotUsableException">A prompt cannot serve, or there is none.</exception>
    public PromptLibrary(IOptions<PromptsOptions> options, ILogger<PromptLibrary> logger)
    {
        directory = options.Value.Directory;
        this.logger = logger;
        folders = Read(folders);
        var unusable = folders.Values.Where(f => f.Rollout is null).SelectMany(f => f.Problems).ToList();
        if (folders.Count == 0 || unusable.Count > 0)
        {
            throw new PromptsNotUsableException(directory, unusable);
        }

        LogProblems(folders.Values.SelectMany(f => f.Problems));
    }

    /// <summary>The version that serves a conversation; the same one as long as the weights stay.</summary>
    /// <param name="name">The folder's name.</param>
    /// <param name="stickyKey">The conversation's id, or what else must not see the prompt change.</param>
    /// <exception cref="UnknownPromptException">There is no prompt of that name.</exception>
    public PromptVersion Get(string name, string stickyKey) =>
        folders.TryGetValue(name, out var folder) ? folder.Pick(stickyKey) : throw new UnknownPromptException(name, [.. folders.Keys.Order(StringComparer.Ordinal)]);

    /// <summary>Every prompt, by name.</summary>
    public IReadOnlyList<Prompt> List() =>
        [.. folders.Values.OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => new Prompt(f.Name, f.Versions, f.Rollout!.Weights, f.Problems))];

    /// <summary>Reads the files again. Whatever is broken is reported and keeps its last good state.</summary>
    public void Reload()
    {
        lock (reloading)
        {
            var before = folders;
            folders = Read(before);
            var known = before.Values.SelectMany(f => f.Problems).ToHashSet();
            LogProblems(folders.Values.SelectMany(f => f.Problems).Where(p => !known.Contains(p)));
            foreach (var label in Served(folders).Except(Served(before)).Order(StringComparer.Ordinal))
            {
                LogServed(label);
            }
        }
    }

    private static IEnumerable<string> Served(FrozenDictionary<string, PromptFolder> folders) =>
        folders.Values.SelectMany(f => f.Rollout!.Weights.Select(w => $"{f.Versions[w.Key].Label} {f.Versions[w.Key].Hash[..12]} weight {w.Value}"));

    private FrozenDictionary<string, PromptFolder> Read(FrozenDictionary<string, PromptFolder> before)
    {
        var paths = Directory.Exists(directory) ? Directory.EnumerateDirectories(directory) : [];
        var read = paths.Select(path => PromptFolder.Read(path, before.GetValueOrDefault(Path.GetFileName(path)))).ToDictionary(f => f.Name);
        foreach (var gone in before.Values.Where(f => !read.ContainsKey(f.Name)))
        {
            read[gone.Name] = gone with { Problems = [new(gone.Name, "Its folder is gone. Its last good state keeps serving.")] };
        }

        // A new folder is often seen before its files are; it is taken in once it can serve.
        return read.Values.Where(f => f.Rollout is not null || before.Count == 0).ToFrozenDictionary(f => f.Name, StringComparer.Ordinal);
    }

    private void LogProblems(IEnumerable<PromptProblem> problems)
    {
        foreach (var problem in problems)
        {
            LogProblem(problem.File, problem.Text);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Prompt file {File} is not used. {Problem}")]
    private partial void LogProblem(string file, string problem);

    [LoggerMessage(Level = LogLevel.Information, Message = "Prompt {Prompt} serves now")]
    private partial void LogServed(string prompt);
}
