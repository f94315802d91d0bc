using Dapper;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using PromptLab.Data.Databases;

namespace PromptLab.Host.Health;

internal sealed class DatabaseHealth(IDatabase database) : IHealthCheck
{
    private const string PingSql = "SELECT 1";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await database.ReadAsync((connection, token) => connection.ExecuteScalarAsync<int>(new CommandDefinition(PingSql, cancellationToken: token)), cancellationToken);
            return HealthCheckResult.Healthy();
        }
#pragma warning disable CA1031 // Whatever keeps the database from answering, the service is not ready.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return new HealthCheckResult(context.Registration.FailureStatus, exception: exception);
        }
    }
}
