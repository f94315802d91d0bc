using PromptLab.Everflow.Offers;
using PromptLab.Everflow.TrackingLinks;
using PromptLab.Simulator;

namespace PromptLab.Everflow.Tests.Simulated;

/// <summary>The faults that the simulated network can be told to have.</summary>
public sealed class SimulatedFaultsTests(SimulatedAccount account) : IClassFixture<SimulatedAccount>
{
    private const string Offer = "/networks/offers/*";

    [Theory]
    [InlineData("""{"path":"/networks/offers/*","kind":"status","status":503,"count":2}""")]
    [InlineData("""{"path":"/networks/offers/*","kind":"truncate","count":1}""")]
    [InlineData("""{"path":"/networks/offers/*","kind":"control_characters","count":1}""")]
    [InlineData("""{"path":"/networks/offers/*","kind":"delay","delay_ms":20,"count":1}""")]
    public async Task A_fault_that_passes_is_lived_through(string fault)
    {
        await BreakAsync(fault);

        var offer = await account.Get<OffersClient>().FindAsync(Planted.SummerPromo, CancellationToken.None);

        offer!.Id.ShouldBe(Planted.SummerPromo);
    }

    [Fact]
    public async Task Half_a_document_is_malformed()
    {
        await BreakAsync($$"""{"path":"{{Offer}}","kind":"malformed","count":1}""");

        var find = () => account.Get<OffersClient>().FindAsync(Planted.SummerPromo, CancellationToken.None);

        (await find.ShouldThrowAsync<EverflowException>()).Kind.ShouldBe(EverflowFailure.MalformedReply);
    }

    [Fact]
    public async Task A_write_that_fails_is_left_to_the_caller()
    {
        await BreakAsync("""{"path":"/networks/tracking/*","kind":"status","status":500,"count":1}""");
        var request = new TrackingLinkRequest(Planted.PremiumTrafficPartners, Planted.SummerPromo);

        var create = () => account.Get<TrackingLinksClient>().CreateAsync(request, CancellationToken.None);

        (await create.ShouldThrowAsync<EverflowException>()).Kind.ShouldBe(EverflowFailure.Unavailable);
        (await create()).ShouldStartWith("http");
    }

    private async Task BreakAsync(string fault)
    {
        using var http = new HttpClient(new SocketsHttpHandler());
        using var content = new StringContent(fault, System.Text.Encoding.UTF8, "application/json");
        using var cleared = await http.DeleteAsync(new Uri(account.Server.Root, "/__admin/faults"));
        using var added = await http.PostAsync(new Uri(account.Server.Root, "/__admin/faults"), content);
        added.EnsureSuccessStatusCode();
    }
}
