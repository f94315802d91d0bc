using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using PromptLab.Simulator.Wire;

namespace PromptLab.Simulator.Applications;

internal static class ApplicationEndpoints
{
    public static void MapApplications(this IEndpointRouteBuilder networks)
    {
        networks.MapGet("/applications", List);
        networks.MapPost("/applicationstable", SearchAsync);
        networks.MapPatch("/applications", DecideAsync);
    }

    private static Ok<ApplicationListReply> List(SimulatedNetwork network, HttpRequest request)
    {
        var filters = ListFilter.From(request);
        return Reply(network, request, default, application => filters.All(filter => filter.Accepts(Field(application, filter.Field))));
    }

    private static async Task<Ok<ApplicationListReply>> SearchAsync(SimulatedNetwork network, HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await WireBody.ReadAsync(request, cancellationToken);
        var filters = body.Object("filters");
        var (partners, offers, status) = (filters.Numbers("network_affiliate_ids"), filters.Numbers("network_offer_ids"), filters.Text("application_status"));
        var names = body.Objects("search_terms").Where(term => term.Text("search_type") == "name").Select(term => term.Text("value")).OfType<string>().ToArray();
        return Reply(network, request, body, application =>
            (partners.Count == 0 || partners.Contains(application.PartnerId))
            && (offers.Count == 0 || offers.Contains(application.OfferId))
            && (status is null || status == WireJson.Word(application.Status))
            && names.All(name => network.Partners[application.PartnerId].Name.Contains(name, StringComparison.OrdinalIgnoreCase)
                || network.Offers[application.OfferId].Name.Contains(name, StringComparison.OrdinalIgnoreCase)));
    }

    private static async Task<Ok<ResultReply>> DecideAsync(SimulatedNetwork network, HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await WireBody.ReadAsync(request, cancellationToken);
        var patch = body.Objects("patches").FirstOrDefault(candidate => candidate.Text("field_name") == "application_status");
        if (!WireJson.TryWord(patch.Text("field_value"), out ApplicationStatus status)) throw RefusedException.BadRequest("application_status must be approved, pending or rejected");
        var asked = body.Numbers("network_application_ids");
        if (asked.Count == 0) throw RefusedException.BadRequest("network_application_ids is required");
        if (asked.Any(id => network.Applications.Find(id) is null)) throw RefusedException.BadRequest("network_application_ids holds an unknown application");
        foreach (var id in asked) network.Applications.Set(id, status);
        return TypedResults.Ok(ResultReply.Done);
    }

    private static Ok<ApplicationListReply> Reply(SimulatedNetwork network, HttpRequest request, WireBody body, Func<Application, bool> accepts)
    {
        var rows = network.Applications.All.Where(accepts).ToArray();
        var page = PageRequest.From(request, body);
        return TypedResults.Ok(new ApplicationListReply([.. page.Of(rows).Select(application => ApplicationPayload.Of(network, application))], page.Of(rows.Length)));
    }

    private static string? Field(Application application, string field) => field switch
    {
        "network_application_id" => application.Id.ToString(CultureInfo.InvariantCulture),
        "network_affiliate_id" => application.PartnerId.ToString(CultureInfo.InvariantCulture),
        "network_offer_id" => application.OfferId.ToString(CultureInfo.InvariantCulture),
        "application_status" => WireJson.Word(application.Status),
        _ => null,
    };

    private sealed record ApplicationListReply(IReadOnlyList<ApplicationPayload> Applications, Paging Paging);
}
