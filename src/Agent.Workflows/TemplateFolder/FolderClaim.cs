using Microsoft.Extensions.Options;
using PromptLab.Data.Databases;
using PromptLab.Data.TemplateFolder;

namespace PromptLab.Workflows.TemplateFolder;

/// <summary>This process's hold on the folder. An SQLite file has one process, which takes over what the last one held.</summary>
internal sealed class FolderClaim(TemplateFolderRepository folder, IOptions<DatabaseOptions> database, IOptions<TemplateFolderOptions> options)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(30);

    private readonly string _node = database.Value.Provider == DatabaseProvider.Sqlite ? "embedded" : Guid.NewGuid().ToString("N");

    public Task<bool> TakeAsync(CancellationToken cancellationToken)
    {
        var lease = options.Value.PollInterval * 3;
        return folder.TakeAsync(_node, lease > Shortest ? lease : Shortest, cancellationToken);
    }

    public Task FinishAsync(CancellationToken cancellationToken) => folder.FinishAsync(_node, cancellationToken);

    public Task ReleaseAsync(CancellationToken cancellationToken) => folder.ReleaseAsync(_node, cancellationToken);
}
