using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data;
using PromptLab.Everflow;
using PromptLab.Planner.Conversations;
using PromptLab.Planner.Offline;
using PromptLab.Planner.Offline.Names;
using PromptLab.Plugins.Tools;
using PromptLab.Testing.Time;
using PromptLab.Workflows.Dates;
using PromptLab.Workflows.Entities;

namespace PromptLab.Planner.Tests.Offline;

/// <summary>Talks to the offline planner on Wednesday 2025-01-15, over a small network.</summary>
internal sealed class OfflineTalk
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly List<AITool> Tools = Declare();

    private static readonly Dictionary<EntityKind, NameRanking> Names = new()
    {
        [EntityKind.Partner] = Rank(EntityKind.Partner, (12345, "Premium Traffic Partners"), (23456, "Global Media Network"), (34567, "Digital Marketing Pro"),
            (45678, "Affiliate Masters"), (56789, "Traffic Boosters Inc"), (70001, "Media")),
        [EntityKind.Offer] = Rank(EntityKind.Offer, (1001, "Summer Promo 2024"), (1002, "Holiday Special"), (1003, "Evergreen Offer A"),
            (1004, "Winter Campaign"), (1005, "New Year Deal")),
        [EntityKind.LandingPage] = Rank(EntityKind.LandingPage, (5001, "Summer LP v2"), (5002, "Summer LP v1"), (5003, "Holiday Main Page"), (5004, "Generic Offer Page")),
    };

    private readonly List<ChatMessage> _history = [];
    private readonly NetworkNames _names = new((kind, _) => ValueTask.FromResult(Names[kind]));
    private ConversationState _state = ConversationState.Empty;

    public static NameFinder Finder { get; } = new([.. Names.Select(kind => new NameWords(kind.Key, kind.Value.Entities))]);

    public OfflineChatClient Client => new(_names, Calendar());

    public static NetworkCalendar Calendar() =>
        new(new ManualTimeProvider(new DateTimeOffset(2025, 1, 15, 11, 0, 0, TimeSpan.Zero)), TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam"));

    public static string Said(string text) => new OfflineTalk().Say(text);

    /// <summary>After a request that was resolved.</summary>
    public OfflineTalk After(string tool, string args, string reply = "Here it is.")
    {
        _state = _state with { Last = new SettledCall(tool, JsonNode.Parse(args)!.AsObject()), AwaitingAnswer = false };
        return Replied("earlier", reply);
    }

    /// <summary>After a message that was answered with a question.</summary>
    public OfflineTalk Asked(string message, string question)
    {
        _state = _state with { AwaitingAnswer = true };
        return Replied(message, question);
    }

    public OfflineTalk With(Func<ConversationState, ConversationState> change)
    {
        _state = change(_state);
        return this;
    }

    /// <summary>The call as <c>tool {args}</c>, or the outcome's mark.</summary>
    public string Say(string text)
    {
        var content = Respond(text).Messages[0].Contents.ShouldHaveSingleItem();
        return content is FunctionCallContent call
            ? $"{call.Name} {JsonSerializer.Serialize(call.Arguments, Plain)}"
            : content.ShouldBeOfType<TextContent>().Text.Split(']')[0] + "]";
    }

    public ChatResponse Respond(string text) =>
        Client.GetResponseAsync(Messages(text), new ChatOptions { Tools = Tools }).GetAwaiter().GetResult();

    public List<ChatMessage> Messages(string text) =>
        [new(ChatRole.System, "You are the agent."), _state.ToMessage(), .. _history, new(ChatRole.User, text)];

    private static NameRanking Rank(EntityKind kind, params (int Id, string Name)[] entities) =>
        new(kind, entities.Select(entity => new NamedEntity(entity.Id, entity.Name)));

    private static List<AITool> Declare()
    {
        var settings = new Dictionary<string, string?> { ["Everflow:ApiKey"] = "unused" };
        // Not disposed: the database among them can only be closed asynchronously, and is never opened.
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddLogging().AddData().AddEverflow().AddTools().BuildServiceProvider();
        return [.. services.GetRequiredService<ToolCatalogue>().All.Select(tool => tool.Descriptor)
            .Select(tool => AIFunctionFactory.CreateDeclaration(tool.Name, tool.Description, tool.Schema))];
    }

    private OfflineTalk Replied(string message, string reply)
    {
        _history.Add(new ChatMessage(ChatRole.User, message));
        _history.Add(new ChatMessage(ChatRole.Assistant, reply));
        return this;
    }
}
