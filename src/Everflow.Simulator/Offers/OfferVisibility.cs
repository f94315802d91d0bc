namespace PromptLab.Simulator.Offers;

internal enum OfferVisibility
{
    Public,
    RequireApproval,
    Private,
}
