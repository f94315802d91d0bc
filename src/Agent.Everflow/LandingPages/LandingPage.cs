namespace PromptLab.Everflow.LandingPages;

/// <summary>A landing page; the API's word is offer URL. An offer's own destination is none of these and shows in reports as id 0.</summary>
public sealed record LandingPage(int Id, int OfferId, string Name, LandingPageStatus Status);
