using System.Reflection;
using PromptLab.Data.Databases;
using Xunit.Sdk;

namespace PromptLab.Testing.Requirements;

/// <summary>Runs a theory with <see cref="DatabaseProvider.PostgreSql"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnPostgresAttribute : DataAttribute
{
    public OnPostgresAttribute() => Skip = TestRequirement.SkipUnless(TestRequirement.Postgres, PostgresFactAttribute.Missing);

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[DatabaseProvider.PostgreSql]];
}
