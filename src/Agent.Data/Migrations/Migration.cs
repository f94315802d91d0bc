using System.Globalization;
using System.Reflection;
using PromptLab.Data.Databases;

namespace PromptLab.Data.Migrations;

/// <summary>One embedded script, <c>NNNN_name.sql</c>, of one dialect.</summary>
internal sealed record Migration(int Number, string Name, string Sql)
{
    /// <summary>All scripts of the dialect, by number.</summary>
    public static IReadOnlyList<Migration> Of(DatabaseProvider provider)
    {
        var assembly = typeof(Migration).Assembly;
        var folder = $"{provider}/";
        return assembly.GetManifestResourceNames()
            .Where(resource => resource.StartsWith(folder, StringComparison.Ordinal))
            .Select(resource => Read(assembly, resource, resource[folder.Length..^".sql".Length]))
            .OrderBy(migration => migration.Number)
            .ToList();
    }

    private static Migration Read(Assembly assembly, string resource, string file)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        var separator = file.IndexOf('_', StringComparison.Ordinal);
        return new(int.Parse(file[..separator], CultureInfo.InvariantCulture), file[(separator + 1)..], reader.ReadToEnd());
    }
}
