using Dapper;

namespace PromptLab.Data.Databases;

/// <summary>How Dapper maps rows here: <c>snake_case</c> columns to properties, ids, times and texts in the form of either database.</summary>
internal static class SqlTypes
{
    private static readonly bool Registered = Map();

    public static void Register() => _ = Registered;

    private static bool Map()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.RemoveTypeMap(typeof(Guid));
        SqlMapper.RemoveTypeMap(typeof(Guid?));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
        SqlMapper.RemoveTypeMap(typeof(string));
        SqlMapper.AddTypeHandler(new GuidHandler());
        SqlMapper.AddTypeHandler(new InstantHandler());
        SqlMapper.AddTypeHandler(typeof(string), new TextHandler());
        return true;
    }
}
