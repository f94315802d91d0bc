using System.Reflection;
using PromptLab.Data.Databases;
using Xunit.Sdk;

namespace PromptLab.Testing.Requirements;

/// <summary>Runs a theory with <see cref="DatabaseProvider.Sqlite"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnSqliteAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[DatabaseProvider.Sqlite]];
}
