using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PromptLab.Everflow;
using PromptLab.Testing.Http;
using PromptLab.Testing.Time;
using PromptLab.Workflows.Dates;
using PromptLab.Workflows.DefaultPages;
using PromptLab.Workflows.Entities;
using PromptLab.Workflows.PausedPartners;
using PromptLab.Workflows.PerformanceSummary;
using PromptLab.Workflows.TopLandingPages;
using PromptLab.Workflows.TopOffers;

namespace PromptLab.Workflows.Tests.Network;

/// <summary>A tiny network of which a test knows every entity, behind real HTTP.</summary>
internal sealed class ScriptedEverflow : IAsyncDisposable
{
    private const string Reports = "POST /v1/networks/reporting/entity/table";
    private readonly ScriptedServer _server;
    private readonly ServiceProvider _services;
    private readonly Dictionary<int, string> _offers = [];
    private readonly Dictionary<int, string> _partners = [];
    private readonly Dictionary<int, DateTimeOffset?> _created = [];
    private readonly Dictionary<int, (int Offer, string Name)> _pages = [];

    private ScriptedEverflow(ScriptedServer server)
    {
        _server = server;
        server.On("POST /v1/networks/offerstable", request => Page("offers", Matching(_offers, request).Select(Offer)));
        server.On("POST /v1/networks/affiliatestable", request => Page("affiliates", Matching(_partners, request).Select(Partner)));
        server.On("GET /v1/networks/offerurls", _ => Page("urls", _pages.Select(LandingPage)));
        server.On("GET /v1/meta/timezones", ScriptedReply.Json("""{"timezones":[{"timezone_id":55,"timezone":"Europe/Amsterdam"}]}"""));
        server.On("GET /v1/meta/countries", ScriptedReply.Json("""{"countries":[{"country_id":1,"country_code":"CZ","country_name":"Czech Republic"}]}"""));
        _services = Services(server.Address, Clock);
    }

    public ManualTimeProvider Clock { get; } = new();

    public Catalogue Catalogue => _services.GetRequiredService<Catalogue>();

    public TopLandingPagesWorkflow TopLandingPages => _services.GetRequiredService<TopLandingPagesWorkflow>();

    public TopOffersWorkflow TopOffers => _services.GetRequiredService<TopOffersWorkflow>();

    public PerformanceSummaryWorkflow PerformanceSummary => _services.GetRequiredService<PerformanceSummaryWorkflow>();

    public DefaultPagesWorkflow DefaultPages => _services.GetRequiredService<DefaultPagesWorkflow>();

    public PausedPartnersWorkflow PausedPartners => _services.GetRequiredService<PausedPartnersWorkflow>();

    public ScriptedServer Server => _server;

    public static async Task<ScriptedEverflow> StartAsync() => new(await ScriptedServer.StartAsync());

    public ScriptedEverflow WithOffer(int id, string name, string status = "active")
    {
        _offers[id] = name;
        _server.On($"GET /v1/networks/offers/{id}", ScriptedReply.Json(Offer(id, name, status).ToJsonString()));
        return this;
    }

    public ScriptedEverflow WithPartner(int id, string name, DateTimeOffset? created = null)
    {
        _partners[id] = name;
        _created[id] = created;
        _server.On($"GET /v1/networks/affiliates/{id}", ScriptedReply.Json(Partner(KeyValuePair.Create(id, name)).ToJsonString()));
        return this;
    }

    public ScriptedEverflow WithPage(int id, int offer, string name)
    {
        _pages[id] = (offer, name);
        return this;
    }

    public ScriptedEverflow WithReport(Func<JsonObject, IEnumerable<JsonObject>> rows)
    {
        _server.On(Reports, request => ScriptedReply.Json(
            new JsonObject { ["table"] = new JsonArray([.. rows(JsonNode.Parse(request.Body)!.AsObject())]) }.ToJsonString()));
        return this;
    }

    public static JsonObject Row(string column, string id, string? label, long clicks, long conversions, decimal revenue = 0, decimal payout = 0) => new()
    {
        ["columns"] = new JsonArray(new JsonObject { ["column_type"] = column, ["id"] = id, ["label"] = label }),
        ["reporting"] = new JsonObject { ["total_click"] = clicks, ["cv"] = conversions, ["revenue"] = revenue, ["payout"] = payout },
    };

    public IReadOnlyList<JsonObject> ReportQueries() =>
        [.. _server.Requests.Where(request => request.Route == Reports).Select(request => JsonNode.Parse(request.Body)!.AsObject())];

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _server.DisposeAsync();
    }

    private static ServiceProvider Services(Uri address, TimeProvider clock)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Everflow:BaseAddress"] = new Uri(address, "/v1").ToString(),
            ["Everflow:ApiKey"] = "test",
            ["Everflow:Burst"] = "1000",
            ["Everflow:Retries"] = "0",
        }).Build();
        return new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddSingleton(clock).AddLogging()
            .AddSingleton(new NetworkCalendar(clock, TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam")))
            .AddEverflow().AddCatalogue().AddTopLandingPages().AddTopOffers().AddPerformanceSummary().AddDefaultPages().AddPausedPartners()
            .BuildServiceProvider();
    }

    private static IEnumerable<KeyValuePair<int, string>> Matching(Dictionary<int, string> entities, ScriptedRequest request)
    {
        var wanted = JsonNode.Parse(request.Body)?["search_terms"]?.AsArray().FirstOrDefault()?["value"]?.GetValue<string>() ?? "";
        return entities.Where(entity => entity.Value.Contains(wanted, StringComparison.OrdinalIgnoreCase));
    }

    private static ScriptedReply Page(string name, IEnumerable<JsonObject> rows)
    {
        var array = new JsonArray([.. rows]);
        var paging = new JsonObject { ["page"] = 1, ["page_size"] = 2000, ["total_count"] = array.Count };
        return ScriptedReply.Json(new JsonObject { [name] = array, ["paging"] = paging }.ToJsonString(JsonSerializerOptions.Web));
    }

    private static JsonObject Offer(KeyValuePair<int, string> offer) => Offer(offer.Key, offer.Value, "active");

    private static JsonObject Offer(int id, string name, string status) => new()
    {
        ["network_offer_id"] = id,
        ["name"] = name,
        ["offer_status"] = status,
        ["visibility"] = "public",
        ["network_advertiser_id"] = 1,
        ["currency_id"] = "EUR",
    };

    private JsonObject Partner(KeyValuePair<int, string> partner) => new()
    {
        ["network_affiliate_id"] = partner.Key,
        ["name"] = partner.Value,
        ["account_status"] = "active",
        ["time_created"] = _created.GetValueOrDefault(partner.Key)?.ToUnixTimeSeconds() ?? 0,
    };

    private static JsonObject LandingPage(KeyValuePair<int, (int Offer, string Name)> page) => new()
    {
        ["network_offer_url_id"] = page.Key,
        ["network_offer_id"] = page.Value.Offer,
        ["name"] = page.Value.Name,
        ["url_status"] = "active",
    };
}
