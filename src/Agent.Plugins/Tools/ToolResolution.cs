namespace PromptLab.Plugins.Tools;

/// <summary>The result of resolving a tool's arguments.</summary>
public abstract record ToolResolution
{
    private ToolResolution()
    {
    }

    public sealed record Resolved(ResolvedRequest Request) : ToolResolution;

    /// <summary>The person is asked; <paramref name="Known"/> holds the canonical arguments that are settled already.</summary>
    public sealed record Asked(ToolQuestion Question, System.Text.Json.Nodes.JsonObject Known) : ToolResolution;

    public sealed record Failed(ToolProblem Problem) : ToolResolution;
}
