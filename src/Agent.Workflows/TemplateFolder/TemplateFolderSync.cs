using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PromptLab.Data.TemplateFolder;
using PromptLab.Workflows.Templates;

namespace PromptLab.Workflows.TemplateFolder;

/// <summary>Keeps one owner's templates and a folder of files in step, both ways. One node at a time does so.</summary>
public sealed partial class TemplateFolderSync : IDisposable
{
    private readonly TemplateFolderOptions _options;
    private readonly FolderFiles _files;
    private readonly FolderClaim _claim;
    private readonly SyncPlanner _planner;
    private readonly SyncRun _run;
    private readonly SyncConflictEnd _end;
    private readonly TemplateReader _reader;
    private readonly TemplateFileRepository _known;
    private readonly TemplateFolderRepository _folder;
    private readonly ILogger<TemplateFolderSync> _logger;
    private readonly SemaphoreSlim _one = new(1);
    private IReadOnlyList<SyncProblem> _failures = [];
    private bool _isClean;

    internal TemplateFolderSync(
        IOptions<TemplateFolderOptions> options, FolderClaim claim, TemplateReader reader, SyncRun run, SyncConflictEnd end, TemplateFileRepository known,
        TemplateFolderRepository folder, ILogger<TemplateFolderSync> logger)
    {
        _options = options.Value;
        _files = new(_options.Folder);
        (_claim, _planner, _run, _end, _reader, _known, _folder, _logger) = (claim, new(reader), run, end, reader, known, folder, logger);
    }

    /// <summary>Whether there is a folder for this user.</summary>
    public bool IsOf(string user) => _options.IsOn && _options.Owner == user;

    /// <summary>Does what can be done without asking. False while another node has the folder.</summary>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (!await _claim.TakeAsync(cancellationToken))
            {
                return false;
            }

            Clean();
            var failures = new List<SyncProblem>();
            foreach (var step in await PlanAsync(cancellationToken))
            {
                await TakeAsync(step, failures, cancellationToken);
            }

            _failures = failures;
            await _claim.FinishAsync(cancellationToken);
            return true;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>How both sides stand right now; nothing is changed.</summary>
    public async Task<TemplateFolderStatus> StatusAsync(CancellationToken cancellationToken)
    {
        var steps = await PlanAsync(cancellationToken);
        var conflicts = new List<SyncConflict>();
        foreach (var conflict in steps.OfType<SyncStep.Conflict>())
        {
            conflicts.Add(new(
                conflict.Template.TemplateId, conflict.Template.Name, conflict.Name, await SideAsync(conflict.Template, cancellationToken), Side(conflict.File),
                conflict.Template.ConflictSince));
        }

        var unusable = steps.OfType<SyncStep.Unusable>().Select(step => new SyncProblem(step.File.Name, step.Problem, step.Template?.TemplateId));
        return new(
            _options.Folder, await _folder.LastSyncAsync(cancellationToken), steps.Count(step => FileOf(step) is not null), steps.OfType<SyncStep.InStep>().Count(),
            conflicts, [.. unusable, .. _failures]);
    }

    /// <summary>Ends a conflict, or replaces a file that cannot be used.</summary>
    /// <param name="isFileKept">False keeps the template.</param>
    public async Task<ConflictEnd> DecideAsync(Guid templateId, bool isFileKept, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            return await _claim.TakeAsync(cancellationToken)
                ? await _end.DecideAsync(_options.Owner, _files, await PlanAsync(cancellationToken), templateId, isFileKept, cancellationToken)
                : new ConflictEnd.Elsewhere();
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<IReadOnlyList<SyncStep>> PlanAsync(CancellationToken cancellationToken) =>
        await _planner.PlanAsync(_options.Owner, await _known.ReadAsync(_options.Owner, cancellationToken), _files.Read(), cancellationToken);

    private async Task TakeAsync(SyncStep step, List<SyncProblem> failures, CancellationToken cancellationToken)
    {
        try
        {
            await _run.TakeAsync(_options.Owner, _files, step, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            StepFailed(exception);
            failures.Add(new(FileOf(step)?.Name ?? (step as SyncStep.WriteFile)?.Name ?? "", "It cannot be written or deleted. Look after the rights on the folder and the space on its disk."));
        }
    }

    private void Clean()
    {
        if (!_isClean)
        {
            _files.Clean();
            _isClean = true;
        }
    }

    private async Task<SyncSide?> SideAsync(TemplateFileRow row, CancellationToken cancellationToken)
    {
        if (row.DeletedAt is not null || await _reader.FindAsync(_options.Owner, row.TemplateId, cancellationToken) is not { } template)
        {
            return null;
        }

        var body = (await _reader.NewestAsync(template, cancellationToken)).Body;
        return new(template.Version, SyncText.HashOf(template, body), TemplateFile.Write(template, body));
    }

    private static SyncSide? Side(FolderFile? file) => file is null ? null : new(null, file.Content.Hash, file.Text ?? "");

    private static FolderFile? FileOf(SyncStep step) => step switch
    {
        SyncStep.InStep same => same.File,
        SyncStep.WriteFile write => write.File,
        SyncStep.ChangeTemplate change => change.File,
        SyncStep.CreateTemplate create => create.File,
        SyncStep.DeleteFile delete => delete.File,
        SyncStep.Conflict conflict => conflict.File,
        SyncStep.Unusable unusable => unusable.File,
        _ => null,
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "A template file could not be written or deleted; it is tried again")]
    private partial void StepFailed(Exception exception);
}
