using System.Text.Json.Nodes;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PromptLab.Data.Conversations;
using PromptLab.Data.Exports;
using PromptLab.Workflows.Exports;

namespace PromptLab.Plugins.Exports;

/// <summary>Tells by a message of the agent what came of exports that their turn did not wait for, also after a restart.</summary>
internal sealed partial class ExportAnnouncer(
    ExportAnnouncementRepository announcements, ConversationRepository conversations, ExportBell bell, ILogger<ExportAnnouncer> logger)
    : BackgroundService
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                foreach (var export in await announcements.DueAsync(stoppingToken))
                {
                    await conversations.PostAsync(Message(export), stoppingToken);
                    await announcements.DoneAsync(export.Id, stoppingToken);
                }

                await bell.WaitAsync(LongestWait, stoppingToken);
            }
#pragma warning disable CA1031 // The database is away for a moment: what is not told is told later.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                if (!stoppingToken.IsCancellationRequested)
                {
                    AnnouncingFailed(exception);
                    await bell.WaitAsync(LongestWait, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }
            }
        }
    }

    private static AgentMessage Message(ExportRow row)
    {
        var export = ExportedReport.Of(row);
        var card = ExportCard.Of(export);
        var cards = new JsonArray(new JsonObject { ["kind"] = card.Kind, ["data"] = card.Data });
        var outcome = row.Status == ExportStatus.Ready ? "answer" : "problem";
        return new AgentMessage(
            row.AnnouncementId!.Value, row.ConversationId, row.Owner, ExportSentence.Announcement(export), cards.ToJsonString(ExportCard.Json), outcome);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Telling of exports failed; it is tried again")]
    private partial void AnnouncingFailed(Exception exception);
}
