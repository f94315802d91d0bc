using Microsoft.AspNetCore.Http.HttpResults;
using PromptLab.Data.Sharing;
using PromptLab.Host.Problems;

namespace PromptLab.Host.Sharing;

/// <summary>The parameter <c>owner</c> of lists.</summary>
internal static class OwnershipQuery
{
    public const string Description = "me for your own, team for what others share with you, all (when missing) for both.";

    public static bool TryRead(string? owner, out Ownership ownership)
    {
        (ownership, var isKnown) = owner switch
        {
            null or "all" => (Ownership.All, true),
            "me" => (Ownership.Mine, true),
            "team" => (Ownership.Team, true),
            _ => (Ownership.All, false),
        };
        return isKnown;
    }

    public static ProblemHttpResult Problem() => ApiProblem.Invalid("owner_invalid", "owner", "owner is me, team or all.");
}
