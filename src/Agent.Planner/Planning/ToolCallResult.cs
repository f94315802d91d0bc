using PromptLab.Plugins.Tools;

namespace PromptLab.Planner.Planning;

/// <summary>What came of one call.</summary>
internal abstract record ToolCallResult(ToolCall Call)
{
    /// <summary>What the model reads as the result of its call.</summary>
    public abstract string Digest { get; }

    public sealed record Answered(ToolCall Call, ResolvedRequest Request, ToolAnswer Answer) : ToolCallResult(Call)
    {
        public override string Digest => Answer.Digest;
    }

    public sealed record Asked(ToolCall Call, ResolvedRequest? Request, ToolQuestion Question, System.Text.Json.Nodes.JsonObject? Known) : ToolCallResult(Call)
    {
        public override string Digest => "The person was asked: " + Question.Text;
    }

    public sealed record Proposed(ToolCall Call, PendingProposal Proposal) : ToolCallResult(Call)
    {
        public override string Digest => "Nothing was changed. The person was asked to confirm, and only the person can.";
    }

    public sealed record Failed(ToolCall Call, ResolvedRequest? Request, ToolProblem Problem) : ToolCallResult(Call)
    {
        public override string Digest => "The person was told: " + Problem.Text;
    }

    /// <summary>The model named a tool or arguments that do not exist; it may try once more.</summary>
    public sealed record Rejected(ToolCall Call, string Reason) : ToolCallResult(Call)
    {
        public override string Digest => Reason;
    }
}
