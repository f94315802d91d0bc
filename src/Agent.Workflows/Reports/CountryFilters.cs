using PromptLab.Everflow.Metadata;
using PromptLab.Everflow.Reports;
using PromptLab.Workflows.Countries;

namespace PromptLab.Workflows.Reports;

/// <summary>Makes report filters of countries. The API compares its own names, which need not be ours, so they are looked up by code.</summary>
internal sealed class CountryFilters(MetadataClient metadata)
{
    /// <summary>No filter for all countries.</summary>
    public async ValueTask<IReadOnlyList<ReportFilter>> OfAsync(Country? country, CancellationToken cancellationToken)
    {
        if (country is null)
        {
            return [];
        }

        var known = await metadata.GetCountriesAsync(cancellationToken);
        var own = known.FirstOrDefault(candidate => candidate.Code.Equals(country.Code, StringComparison.OrdinalIgnoreCase));
        return [ReportFilter.Country(string.IsNullOrWhiteSpace(own?.Name) ? country.Name : own.Name)];
    }
}
