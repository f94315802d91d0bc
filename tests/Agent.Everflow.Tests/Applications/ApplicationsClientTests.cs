using System.Text.Json.Nodes;
using PromptLab.Everflow.Applications;
using PromptLab.Testing.Http;

namespace PromptLab.Everflow.Tests.Applications;

public sealed class ApplicationsClientTests
{
    [Fact]
    public async Task Applications_are_listed_by_their_conditions()
    {
        await using var network = await Network.StartAsync();
        network.Server.On("POST /v1/networks/applicationstable", ScriptedReply.Json(
            """
            {"applications":[{"network_application_id":3,"network_affiliate_id":12345,"network_offer_id":1001,"application_status":"pending"},
              {"network_application_id":4,"network_affiliate_id":12345,"network_offer_id":1001,"application_status":"lost"}],"paging":{"total_count":2}}
            """));

        var applications = await network.Get<ApplicationsClient>()
            .ListAsync(new(12345, 1001, ApplicationStatus.Pending), CancellationToken.None);

        applications.ShouldBe([new(3, 12345, 1001, ApplicationStatus.Pending), new(4, 12345, 1001, ApplicationStatus.Unknown)]);
        JsonNode.DeepEquals(
            JsonNode.Parse(network.Server.Requests[^1].Body),
            JsonNode.Parse(
                """{"search_terms":[],"filters":{"network_affiliate_ids":[12345],"network_offer_ids":[1001],"application_status":"pending"}}"""))
            .ShouldBeTrue();
    }

    [Theory]
    [InlineData(ApplicationStatus.Approved, "approved")]
    [InlineData(ApplicationStatus.Rejected, "rejected")]
    public async Task A_status_is_searched_by_its_word(ApplicationStatus status, string word)
    {
        await using var network = await Network.StartAsync();
        network.Server.On("POST /v1/networks/applicationstable", ScriptedReply.Json(
            $$$"""{"applications":[{"network_application_id":3,"application_status":"{{{word}}}"}],"paging":{"total_count":1}}"""));

        var applications = await network.Get<ApplicationsClient>().ListAsync(new(null, null, status), CancellationToken.None);

        applications.ShouldHaveSingleItem().Status.ShouldBe(status);
        network.Server.Requests[^1].Body.ShouldBe($$$"""{"search_terms":[],"filters":{"application_status":"{{{word}}}"}}""");
    }

    [Theory]
    [InlineData(true, "approved")]
    [InlineData(false, "rejected")]
    public async Task A_decision_is_one_patch(bool approve, string word)
    {
        await using var network = await Network.StartAsync();
        network.Server.On("PATCH /v1/networks/applications", ScriptedReply.Json("""{"result":true}"""));

        await network.Get<ApplicationsClient>().DecideAsync([3, 4], approve, sendMail: false, CancellationToken.None);

        network.Server.Requests[^1].Body.ShouldBe(
            $$"""{"network_application_ids":[3,4],"patches":[{"field_name":"application_status","field_value":"{{word}}"}],"send_email":false}""");
    }
}
