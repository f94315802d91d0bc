using PromptLab.Data.ApiKeys;
using PromptLab.Data.Migrations;
using PromptLab.Host.Hosting;

namespace PromptLab.Host.Commands;

/// <summary><c>key create OWNER [NAME]</c>, <c>key list OWNER</c>, <c>key revoke OWNER ID</c>.</summary>
internal static class KeyCommand
{
    private const string Usage = "Usage: key create OWNER [NAME] | key list OWNER | key revoke OWNER ID   (settings as for run, after --)";

    public static async Task<int> RunAsync(string[] args, Terminal terminal, CancellationToken cancellationToken)
    {
        var split = Array.IndexOf(args, "--");
        var words = split < 0 ? args : args[..split];
        await using var services = ServiceHost.BuildData(split < 0 ? [] : args[(split + 1)..]);
        await services.GetRequiredService<DatabaseMigrator>().MigrateAsync(cancellationToken);
        var keys = services.GetRequiredService<ApiKeyRepository>();
        switch (words)
        {
            case ["create", var owner, .. var name]:
                var issued = await keys.CreateAsync(owner, name.Length == 0 ? "key" : string.Join(' ', name), cancellationToken);
                await terminal.Output.WriteLineAsync($"{issued.Key}\nThis is the only time the key is shown. Send it as: Authorization: Bearer <key>");
                return 0;
            case ["list", var owner]:
                foreach (var key in await keys.ListAsync(owner, cancellationToken))
                {
                    await terminal.Output.WriteLineAsync($"{key.Id}  {key.Prefix}…  {key.CreatedAt:u}  {(key.RevokedAt is null ? "active " : "revoked")}  {key.Name}");
                }

                return 0;
            case ["revoke", var owner, var id] when Guid.TryParse(id, out var keyId):
                var revoked = await keys.RevokeAsync(owner, keyId, cancellationToken);
                await terminal.Output.WriteLineAsync(revoked ? "Revoked." : "There is no such active key.");
                return revoked ? 0 : 1;
            default:
                await terminal.Error.WriteLineAsync(Usage);
                return 2;
        }
    }
}
