using System.Data;
using Dapper;
using Microsoft.Data.Sqlite;

namespace PromptLab.Data.Databases;

/// <summary><c>timestamptz</c> in PostgreSQL; microseconds since 1970 (UTC) in SQLite, the same precision.</summary>
internal sealed class InstantHandler : SqlMapper.TypeHandler<DateTimeOffset>
{
    public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) =>
        parameter.Value = parameter is SqliteParameter ? ToMicroseconds(value) : value.ToUniversalTime();

    public override DateTimeOffset Parse(object value) => value switch
    {
        long microseconds => FromMicroseconds(microseconds),
        DateTime time => new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)),
        _ => (DateTimeOffset)value,
    };

    public static long ToMicroseconds(DateTimeOffset value) =>
        (value.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset FromMicroseconds(long value) =>
        DateTimeOffset.UnixEpoch.AddTicks(value * TimeSpan.TicksPerMicrosecond);
}
