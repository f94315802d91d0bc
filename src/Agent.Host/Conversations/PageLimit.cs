using Microsoft.AspNetCore.Http.HttpResults;
using PromptLab.Host.Problems;

namespace PromptLab.Host.Conversations;

/// <summary>How many rows a page may hold.</summary>
internal static class PageLimit
{
    private const int Largest = 200;

    /// <summary>Null when the limit can be used.</summary>
    public static ProblemHttpResult? Problem(int limit) =>
        limit is >= 1 and <= Largest ? null : ApiProblem.Invalid("limit_invalid", "limit", $"limit is a number from 1 to {Largest}.");
}
