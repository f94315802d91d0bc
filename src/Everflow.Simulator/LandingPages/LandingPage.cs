namespace PromptLab.Simulator.LandingPages;

/// <param name="Pull">Its conversion rate against the offer's, 1 = the same.</param>
internal sealed record LandingPage(int Id, int OfferId, string Name, LandingPageStatus Status, double Pull, DateOnly Created)
{
    public string DestinationUrl => $"https://www.landing-{OfferId}.test/p{Id}?tid={{transaction_id}}";
}
