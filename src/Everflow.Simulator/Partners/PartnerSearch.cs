using PromptLab.Simulator.Wire;

namespace PromptLab.Simulator.Partners;

/// <summary>The main search: by part of the name, status, manager or label.</summary>
internal sealed class PartnerSearch(WireBody body)
{
    private readonly IReadOnlyList<string> _names =
        [.. body.Objects("search_terms").Where(term => term.Text("search_type") == "name").Select(term => term.Text("value")).OfType<string>()];

    private readonly string? _status = body.Object("filters").Text("account_status");
    private readonly IReadOnlyList<int> _managers = body.Object("filters").Numbers("account_manager_ids");
    private readonly IReadOnlyList<string> _labels = body.Object("filters").Texts("labels");

    public bool Accepts(Partner partner) =>
        _names.All(name => partner.Name.Contains(name, StringComparison.OrdinalIgnoreCase))
        && (_status is null || _status == WireJson.Word(partner.Status))
        && (_managers.Count == 0 || _managers.Contains(partner.ManagerId))
        && (_labels.Count == 0 || _labels.Any(partner.Labels.Contains));
}
