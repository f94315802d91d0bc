using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.AlertRules;
using PromptLab.Data.Alerts;
using PromptLab.Data.Databases;
using PromptLab.Data.Feed;
using PromptLab.Testing.Time;

namespace PromptLab.Data.Tests.Alerts;

/// <summary>One rule, and two people who are told what it finds.</summary>
internal sealed class AlertScene
{
    public static readonly DateOnly Day = new(2025, 1, 14);

    private readonly IServiceProvider _node;

    private AlertScene(IServiceProvider node, Guid rule) => (_node, RuleId) = (node, rule);

    public Guid RuleId { get; }

    public ManualTimeProvider Clock { get; } = new();

    public string Ann { get; } = $"ann-{Guid.NewGuid():N}";

    public string Bob { get; } = $"bob-{Guid.NewGuid():N}";

    public AlertRepository Alerts => On(_node);

    public static async Task<AlertScene> OpenAsync(IServiceProvider node)
    {
        var scene = new AlertScene(node, Guid.CreateVersion7());
        await new AlertRuleRepository(node.GetRequiredService<IDatabase>(), scene.Clock).SaveAsync(
            new AlertRuleRow { Id = scene.RuleId, Name = "Default pages", Kind = "default_pages", IsEnabled = true, Definition = "{}", CreatedBy = "ann" }, default);
        return scene;
    }

    /// <summary>The repository of another node on the same database.</summary>
    public AlertRepository On(IServiceProvider node) => new(node.GetRequiredService<IDatabase>(), node.GetRequiredService<FeedSignal>(), Clock);

    public NewAlert Found(params string[] entities) => new(
        new AlertRuleView(RuleId, "Default pages", "default_pages"), Day, entities,
        told => new AlertContent($"{told.Count} partners", string.Join(", ", told), """[{"label":"Day","value":"2025-01-14"}]""", """{"columns":[],"rows":[]}"""),
        [Ann, Bob], [NewAlert.Chat, "ops"]);

    public async Task<AlertRow> ToldAsync(params string[] entities) =>
        (await Alerts.AnnounceAsync(Found(entities), default)).ShouldBeOfType<AnnouncedAlert.Told>().Alert;

    public async Task<IReadOnlyList<string>> MessagesAsync(string owner)
    {
        var conversations = new PromptLab.Data.Conversations.ConversationRepository(_node.GetRequiredService<IDatabase>(), new FeedSignal(), Clock);
        var texts = new List<string>();
        foreach (var conversation in (await conversations.ListAsync(owner, null, null, 50, default)).Data)
        {
            texts.AddRange((await conversations.ListMessagesAsync(owner, conversation.Id, null, 50, default))!.Data.Select(message => message.Text));
        }

        return texts;
    }

    public async Task<IReadOnlyList<FeedItem>> FeedAsync(string owner) =>
        await new FeedRepository(_node.GetRequiredService<IDatabase>(), new FeedSignal(), Clock).ReadAsync(owner, 0, default);

    /// <summary>Payloads waiting for the channel, of this scene's rule.</summary>
    public Task<IReadOnlyList<string>> OutboxAsync() => _node.GetRequiredService<IDatabase>().ReadAsync(
        async (connection, token) =>
        {
            var rows = await Dapper.SqlMapper.QueryAsync<string>(connection, new Dapper.CommandDefinition("SELECT payload FROM deliveries WHERE channel = 'ops'", cancellationToken: token));
            return (IReadOnlyList<string>)[.. rows.Where(payload => payload.Contains(RuleId.ToString(), StringComparison.Ordinal))];
        },
        default);
}
