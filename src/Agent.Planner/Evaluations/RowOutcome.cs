using PromptLab.Data.Evaluations;

namespace PromptLab.Planner.Evaluations;

/// <summary>What came of running one row.</summary>
internal abstract record RowOutcome
{
    private RowOutcome()
    {
    }

    public sealed record Done(NewEvaluationResult Result) : RowOutcome;

    /// <summary>Neither this row nor another one can go on.</summary>
    public sealed record Halt(EvaluationFault Fault) : RowOutcome;
}
