using Dapper;

namespace PromptLab.Data.Databases;

/// <summary>How Dapper maps rows here: <c>snake_case</c> columns to properties, ids and times in the form of either database.</summary>
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
        SqlMapper.AddTypeHandler(new GuidHandler());
        SqlMapper.AddTypeHandler(new InstantHandler());
        return true;
    }
}
