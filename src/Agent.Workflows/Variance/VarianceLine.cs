namespace PromptLab.Workflows.Variance;

/// <param name="Level"><c>partner</c> for a parent, <c>offer</c> for its children or where there are offers only.</param>
internal sealed record VarianceLine(string Level, string PartnerId, string Partner, string OfferId, string Offer, VarianceFigures Figures);
