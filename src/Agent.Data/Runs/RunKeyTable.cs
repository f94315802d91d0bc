using System.Data.Common;
using Dapper;
using PromptLab.Data.Search;

namespace PromptLab.Data.Runs;

/// <summary>The keys of runs: a row for each in the order of the list, and all of a run's together for the full-text index.</summary>
internal static class RunKeyTable
{
    private const string TagsSql = "SELECT tag FROM pipeline_tags WHERE pipeline_id = @PipelineId";

    /// <summary>Of a run that begins.</summary>
    public static async Task<IReadOnlyList<string>> FirstRunKeysAsync(
        this DbConnection connection, Guid pipelineId, NewRunAttempt attempt, CancellationToken cancellationToken)
    {
        var tags = await connection.QueryAsync<string>(new CommandDefinition(TagsSql, new { PipelineId = pipelineId }, cancellationToken: cancellationToken));
        var used = attempt.Steps.SelectMany(step => RunKeys.OfStep(step.TemplateId, step.Version, step.Provider, step.Model));
        return [.. used.Concat(tags.Select(SearchKey.Tag)).Distinct(StringComparer.Ordinal)];
    }

    private const string InsertSql =
        "INSERT INTO run_keys (owner, key, created_at, run_id) SELECT owner, @Key, created_at, id FROM runs WHERE id = @RunId";

    public static Task InsertRunKeysAsync(this DbConnection connection, Guid runId, IEnumerable<string> keys, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(InsertSql, keys.Select(key => new { Key = key, RunId = runId }), cancellationToken: cancellationToken));

    // Changes nothing: whoever reads the keys holds the row until they are written.
    private const string HoldSql = "UPDATE runs SET attempt = attempt WHERE id = @RunId RETURNING owner, keys, created_at";

    private const string UsedSql = "SELECT DISTINCT template_id, version, provider, model FROM run_steps WHERE run_id = @RunId";

    private const string DeleteSql = "DELETE FROM run_keys WHERE owner = @Owner AND key = @Key AND created_at = @CreatedAt AND run_id = @RunId";

    private const string UpdateSql = "UPDATE runs SET keys = @Keys WHERE id = @RunId";

    /// <summary>As its steps are now, in every attempt; its tags stay.</summary>
    public static async Task UpdateRunKeysAsync(this DbConnection connection, Guid runId, CancellationToken cancellationToken)
    {
        var run = await connection.QuerySingleAsync<Held>(new CommandDefinition(HoldSql, new { RunId = runId }, cancellationToken: cancellationToken));
        var used = await connection.QueryAsync<Used>(new CommandDefinition(UsedSql, new { RunId = runId }, cancellationToken: cancellationToken));
        var before = run.Keys.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var now = used.SelectMany(step => RunKeys.OfStep(step.TemplateId, step.Version, step.Provider, step.Model)).Concat(before.Where(SearchKey.IsTag))
            .ToHashSet(StringComparer.Ordinal);
        if (now.SetEquals(before))
            return;
        var gone = before.Except(now).Select(key => new { run.Owner, Key = key, run.CreatedAt, RunId = runId });
        await connection.ExecuteAsync(new CommandDefinition(DeleteSql, gone, cancellationToken: cancellationToken));
        await connection.InsertRunKeysAsync(runId, now.Except(before), cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(UpdateSql, new { Keys = string.Join(' ', now), RunId = runId }, cancellationToken: cancellationToken));
    }

    internal sealed record Held
    {
        public required string Owner { get; init; }

        public required string Keys { get; init; }

        public DateTimeOffset CreatedAt { get; init; }
    }

    internal sealed record Used
    {
        public Guid? TemplateId { get; init; }

        public int? Version { get; init; }

        public string? Provider { get; init; }

        public string? Model { get; init; }
    }
}
