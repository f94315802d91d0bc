using Microsoft.Extensions.Options;
using PromptLab.Everflow.Transport;
using PromptLab.Everflow.Wire;

namespace PromptLab.Everflow.Partners;

/// <summary><c>/networks/affiliates</c> and <c>/networks/affiliatestable</c>.</summary>
public sealed class PartnersClient
{
    private readonly EverflowGateway _gateway;
    private readonly int _pageSize;

    internal PartnersClient(EverflowGateway gateway, IOptions<EverflowOptions> options)
    {
        _gateway = gateway;
        _pageSize = options.Value.PageSize;
    }

    /// <summary>One partner, or null when the id is unknown.</summary>
    /// <exception cref="EverflowException">Any other failure.</exception>
    public Task<Partner?> FindAsync(int id, CancellationToken cancellationToken) =>
        _gateway.FindAsync(
            ApiCall.Get("partners.find", $"networks/affiliates/{id}"),
            WireJson.Default.PartnerWire,
            static partner => partner.ToPartner(),
            cancellationToken);

    /// <summary>Partners of any status whose name contains a text; null gives all.</summary>
    /// <exception cref="EverflowException">Any failure.</exception>
    public Task<IReadOnlyList<Partner>> SearchAsync(string? name, CancellationToken cancellationToken)
    {
        var search = TableSearchWire.ByName(name);
        return ListPages.ReadAsync(page => PageAsync(search, page, cancellationToken), static partner => partner.Id, _pageSize);
    }

    private Task<ListPage<Partner>> PageAsync(TableSearchWire search, int page, CancellationToken cancellationToken) =>
        _gateway.ReadAsync(
            ApiCall.Post("partners.search", $"networks/affiliatestable?page={page}&page_size={_pageSize}", search, WireJson.Default.TableSearchWire),
            WireJson.Default.PartnerPageWire,
            static reply => ListPage<Partner>.Of(reply.Affiliates, partner => partner.ToPartner(), reply.Paging),
            cancellationToken);
}
