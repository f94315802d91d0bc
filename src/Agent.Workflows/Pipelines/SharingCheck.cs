using PromptLab.Data.Sharing;
using static PromptLab.Workflows.Pipelines.PipelineProblem;

namespace PromptLab.Workflows.Pipelines;

/// <summary>A pipeline for everybody must not need a template that only some can see: it would fail for the others, or tell them of it.</summary>
internal static class SharingCheck
{
    /// <param name="templates">Of the steps, in their order.</param>
    public static IEnumerable<PipelineProblem> Problems(string? sharing, IReadOnlyList<StepTemplate?> templates)
    {
        if (sharing is not null && !SharingScope.All.Contains(sharing))
        {
            yield return Wrong("sharing", $"sharing is {string.Join(" or ", SharingScope.All)}.");
        }

        var hidden = templates.OfType<StepTemplate.Found>().Select(found => found.Template).Where(template => template.Sharing != SharingScope.Team)
            .Select(template => template.Name).Distinct(StringComparer.Ordinal).ToList();
        if (sharing == SharingScope.Team && hidden.Count > 0)
        {
            yield return Wrong("sharing", $"Share {string.Join(", ", hidden)} with the team first: nobody else could run the pipeline.");
        }
    }
}
