using System.Collections.Immutable;
using System.Globalization;

namespace PromptLab.Planner.Prompts;

/// <summary>What is known of one prompt's folder. Immutable; a changed folder gives a new one.</summary>
internal sealed record PromptFolder(
    string Name, ImmutableSortedDictionary<int, PromptVersion> Versions, PromptRollout? Rollout, ImmutableArray<PromptProblem> Problems)
{
    private const string ActiveFile = "active";

    private static readonly ImmutableSortedDictionary<int, PromptVersion> NoVersions = ImmutableSortedDictionary<int, PromptVersion>.Empty;

    /// <summary>Reads the folder. Whatever cannot be used is taken from <paramref name="before"/> and reported.</summary>
    public static PromptFolder Read(string path, PromptFolder? before)
    {
        var name = Path.GetFileName(path);
        var problems = ImmutableArray.CreateBuilder<PromptProblem>();
        var versions = ReadVersions(path, name, before, problems);
        var rollout = ReadRollout(path, name, versions, problems);
        if (rollout is null && before?.Rollout is { } last)
        {
            rollout = last;
            versions = versions.SetItems(last.Weights.Keys.Where(v => !versions.ContainsKey(v)).Select(v => KeyValuePair.Create(v, before.Versions[v])));
        }

        return new(name, versions, rollout, problems.ToImmutable());
    }

    public PromptVersion Pick(string stickyKey) => Versions[Rollout!.Pick(Name, stickyKey)];

    private static ImmutableSortedDictionary<int, PromptVersion> ReadVersions(
        string path, string name, PromptFolder? before, ImmutableArray<PromptProblem>.Builder problems)
    {
        var versions = NoVersions.ToBuilder();
        foreach (var file in Directory.EnumerateFiles(path, "*.yaml").Order(StringComparer.Ordinal))
        {
            var last = int.TryParse(Path.GetFileNameWithoutExtension(file), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? before?.Versions.GetValueOrDefault(number)
                : null;
            try
            {
                versions[number] = Unchanged(ReadVersion(file, name, number), last);
            }
            catch (Exception exception) when (exception is FormatException or IOException or UnauthorizedAccessException)
            {
                problems.Add(new($"{name}/{Path.GetFileName(file)}", $"{Sentence(exception)}{(last is null ? "" : " Its last good state keeps serving.")}"));
                if (last is not null)
                {
                    versions[number] = last;
                }
            }
        }

        return versions.ToImmutable();
    }

    private static PromptVersion ReadVersion(string file, string name, int number) =>
        number > 0 ? PromptFile.Parse(name, number, File.ReadAllBytes(file)) : throw new FormatException("its name is no version number");

    private static PromptRollout? ReadRollout(
        string path, string name, ImmutableSortedDictionary<int, PromptVersion> versions, ImmutableArray<PromptProblem>.Builder problems)
    {
        try
        {
            var rollout = PromptRollout.Parse(File.ReadAllText(Path.Combine(path, ActiveFile)));
            var missing = rollout.Weights.Keys.Where(v => !versions.ContainsKey(v)).ToList();
            return missing.Count == 0 ? rollout : throw new FormatException($"it names version {string.Join(", ", missing)}, of which there is no usable file");
        }
        catch (Exception exception) when (exception is FormatException or IOException or UnauthorizedAccessException)
        {
            problems.Add(new($"{name}/{ActiveFile}", Sentence(exception)));
            return null;
        }
    }

    // The same object for the same content, so that what is derived from it can be kept.
    private static PromptVersion Unchanged(PromptVersion version, PromptVersion? last) => last?.Hash == version.Hash ? last : version;

    private static string Sentence(Exception exception) => exception switch
    {
        FormatException => $"{char.ToUpperInvariant(exception.Message[0])}{exception.Message[1..]}.",
        FileNotFoundException => "There is no such file.",
        _ => "It cannot be read.",
    };
}
