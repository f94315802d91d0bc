using Dapper;
using PromptLab.Data.Databases;

namespace PromptLab.Data.Evaluations;

/// <summary>What judges took, for the day's tokens and the dashboard.</summary>
public sealed class JudgementRepository(IDatabase database, TimeProvider clock)
{
    private const string AddSql =
        """
        INSERT INTO judgements
            (id, owner, evaluation_id, ordinal, template_id, template_name, version, provider, model, input_tokens, output_tokens, cost, created_at)
        VALUES
            (@NewId, @Owner, @EvaluationId, @Ordinal, @TemplateId, @TemplateName, @Version, @Provider, @Model, @InputTokens, @OutputTokens, @Cost, @Now)
        """;

    public Task AddAsync(NewJudgement judgement, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var values = new DynamicParameters(judgement);
        values.AddDynamicParams(new { NewId = Guid.CreateVersion7(now), Now = now });
        return database.WriteAsync(
            (connection, token) => connection.ExecuteAsync(new CommandDefinition(AddSql, values, cancellationToken: token)), cancellationToken);
    }
}
