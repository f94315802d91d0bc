using System.Text.Json.Nodes;
using PromptLab.Plugins.Tools;

namespace PromptLab.Planner.Planning;

/// <summary>Why there is no answer, as data: a page decides by the code whether asking again can help.</summary>
internal static class ProblemCard
{
    public const string Kind = "problem";

    public static Card Create(ToolProblem problem) => new(Kind, new JsonObject
    {
        ["code"] = problem.Code,
        ["reference_id"] = problem.ReferenceId,
    });
}
