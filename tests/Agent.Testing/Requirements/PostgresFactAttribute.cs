using Xunit;

namespace PromptLab.Testing.Requirements;

/// <summary>A test of what only PostgreSQL does; what both databases do is a theory with <c>[OnSqlite, OnPostgres]</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    internal const string Missing = "No PostgreSQL: run the tests with ./promptlab test, or set PROMPTLAB_TEST_POSTGRES.";

    public PostgresFactAttribute() => Skip = TestRequirement.SkipUnless(TestRequirement.Postgres, Missing);

    public static string ConnectionString => TestRequirement.Require(TestRequirement.Postgres, Missing);
}
