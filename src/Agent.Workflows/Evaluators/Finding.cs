namespace PromptLab.Workflows.Evaluators;

/// <summary>What a check found.</summary>
/// <param name="Passed">Null when it could not be carried out.</param>
/// <param name="Detail">A sentence for the person.</param>
internal sealed record Finding(bool? Passed, string Detail)
{
    public static Finding Of(bool passed, string yes, string no) => new(passed, passed ? yes : no);

    public static Finding Error(string detail) => new(null, detail);
}
