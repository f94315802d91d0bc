using System.Data.Common;
using Dapper;

namespace PromptLab.Data.ConversationLinks;

/// <summary>The links, for the units that read them along with other rows.</summary>
internal static class ConversationLinkTable
{
    private const string OutsideIdsSql =
        "SELECT outside_id FROM conversation_links WHERE conversation_id = @ConversationId AND door = @Door ORDER BY outside_id";

    public static async Task<IReadOnlyList<string>> OutsideIdsAsync(
        this DbConnection connection, string door, Guid conversation, CancellationToken cancellationToken)
    {
        var values = new { ConversationId = conversation, Door = door };
        return (await connection.QueryAsync<string>(new CommandDefinition(OutsideIdsSql, values, cancellationToken: cancellationToken))).AsList();
    }
}
