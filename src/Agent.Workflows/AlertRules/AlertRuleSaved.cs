namespace PromptLab.Workflows.AlertRules;

/// <summary>What came of saving or removing a rule.</summary>
public abstract record AlertRuleSaved
{
    private AlertRuleSaved()
    {
    }

    public sealed record Saved(AlertRule Rule) : AlertRuleSaved;

    /// <param name="Faults">Sentences by field.</param>
    public sealed record Invalid(IReadOnlyDictionary<string, string[]> Faults) : AlertRuleSaved;

    public sealed record NotFound : AlertRuleSaved;

    /// <summary>The rule is one of the configuration and would be changed by more than its switch.</summary>
    public sealed record ReadOnly : AlertRuleSaved;
}
