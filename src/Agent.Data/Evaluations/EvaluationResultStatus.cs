namespace PromptLab.Data.Evaluations;

public static class EvaluationResultStatus
{
    /// <summary>There is no result yet.</summary>
    public const string Pending = "pending";

    public const string Passed = "passed";

    public const string Failed = "failed";

    /// <summary>It gave no output, or its output could not be checked.</summary>
    public const string Error = "error";
}
