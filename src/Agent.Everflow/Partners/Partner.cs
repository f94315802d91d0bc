namespace PromptLab.Everflow.Partners;

/// <summary>A partner; the API's word is affiliate.</summary>
/// <param name="ManagerId">The employee who looks after the partner.</param>
public sealed record Partner(int Id, string Name, PartnerStatus Status, int? ManagerId, IReadOnlyList<string> Labels)
{
    /// <summary>UTC, when the reply has it.</summary>
    public DateTimeOffset? CreatedAt { get; init; }
}
