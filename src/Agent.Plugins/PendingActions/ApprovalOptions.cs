using System.ComponentModel.DataAnnotations;

namespace PromptLab.Plugins.PendingActions;

/// <summary>Section <c>Approvals</c>.</summary>
public sealed class ApprovalOptions
{
    public const string Section = "Approvals";

    /// <summary>How long a proposal can be confirmed.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "7.00:00:00", ErrorMessage = "Approvals:Expiry must be from 00:00:10 to 7.00:00:00.")]
    public TimeSpan Expiry { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Users who may decide on everybody's proposals, besides whoever asked, and read the whole audit log.</summary>
    public IList<string> Approvers { get; } = [];

    /// <summary>How long an action stays with the process that carries it out without being renewed.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "Approvals:Lease must be from 00:00:01 to 01:00:00.")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(45);

    public bool IsApprover(string person) => Approvers.Contains(person, StringComparer.Ordinal);
}
