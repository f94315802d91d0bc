using System.Data;
using Dapper;
using Microsoft.Data.Sqlite;

namespace PromptLab.Data.Databases;

/// <summary><c>uuid</c> in PostgreSQL; lower-case text in SQLite, which sorts the same and reads well in its shell.</summary>
internal sealed class GuidHandler : SqlMapper.TypeHandler<Guid>
{
    public override void SetValue(IDbDataParameter parameter, Guid value) =>
        parameter.Value = parameter is SqliteParameter ? value.ToString() : value;

    public override Guid Parse(object value) => value is string text ? Guid.Parse(text) : (Guid)value;
}
