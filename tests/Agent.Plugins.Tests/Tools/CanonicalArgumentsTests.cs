using System.Text.Json.Nodes;
using PromptLab.Plugins.Tests.Network;

namespace PromptLab.Plugins.Tests.Tools;

[Collection(SharedNetwork.Name)]
public sealed class CanonicalArgumentsTests(SimulatedNetworkFixture network)
{
    private const string LastMonth = """{"from":"2024-12-01","to":"2024-12-31"}""";

    [Theory]
    [InlineData("tracking_link", """{"partner":"12345","offer":"offer 1002"}""", """{"partner":12345,"offer":1002}""")]
    [InlineData("tracking_link", """{"partner":"GMN","offer":"the evergreen one"}""", """{"partner":23456,"offer":1003}""")]
    [InlineData("tracking_link", """{"partner":"Affiliate Masters' account","offer":1004}""", """{"partner":45678,"offer":1004}""")]
    [InlineData("tracking_link", """{"partner":"digi marketing pro","offer":"new years deal","sub1":"fb_ads","sub3":"\"creative-7\""}""", """{"partner":34567,"offer":1005,"sub1":"fb_ads","sub3":"creative-7"}""")]
    [InlineData("tracking_link", """{"partner":12345,"offer":1001,"landing_page":"Summer LP v1"}""", """{"partner":12345,"offer":1001,"landing_page":5002}""")]
    [InlineData("tracking_link", """{"partner":23456,"landing_page":"Holiday Main Page"}""", """{"partner":23456,"offer":1002,"landing_page":5003}""")]
    [InlineData("tracking_link", """{"partner":23456,"landing_page":5001}""", """{"partner":23456,"offer":1001,"landing_page":5001}""")]
    [InlineData("top_landing_pages", """{"offer":"summr promo"}""", """{"offer":1001}""")]
    [InlineData("top_landing_pages", """{"offer":"holliday special","country":"UK","date_range":"last month"}""", """{"offer":1002,"country":"GB","date_range":""" + LastMonth + "}")]
    [InlineData("top_landing_pages", """{"offer":1001,"date_range":{"from":"2024-12-01","to":"2024-12-31"},"country":"all"}""", """{"offer":1001,"date_range":""" + LastMonth + "}")]
    [InlineData("top_landing_pages", """{"offer":1003,"min_conversions":"at least 50","top_n":"top 5"}""", """{"offer":1003,"min_conversions":50,"top_n":5}""")]
    [InlineData("top_landing_pages", """{"offer":1003,"min_conversions":">50","metrics":["EPC","cvr","profit","epc"]}""", """{"offer":1003,"min_conversions":50,"metrics":["epc","profit"]}""")]
    [InlineData("top_landing_pages", """{"offer":1003,"commentary":true}""", """{"offer":1003}""")]
    [InlineData("top_offers", "{}", "{}")]
    [InlineData("top_offers", """{"sort_by":"conversion rate","top_n":5,"country":"the States"}""", """{"sort_by":"cvr","country":"US","top_n":5}""")]
    [InlineData("top_offers", """{"sort_by":"earnings per click","min_conversions":"1,000"}""", """{"sort_by":"epc","min_conversions":1000}""")]
    [InlineData("export_report", """{"report_type":"Fraud report","date_range":"last month","offer":"summer promo","partner":"GMN","country":"Germany"}""", """{"report_type":"fraud","date_range":""" + LastMonth + ""","offer":1001,"partner":23456,"country":"DE"}""")]
    [InlineData("export_report", """{"report_type":"conversion","date_range":"last month","columns":["sub1","Sub 2","affiliate","sub1"]}""", """{"report_type":"conversions","date_range":""" + LastMonth + ""","columns":["sub1","sub2","partner"]}""")]
    [InlineData("export_report", """{"report_type":"statistics","date_range":"2024-12-01 to 2024-12-31","columns":"payout, revenue and geo"}""", """{"report_type":"stats","date_range":""" + LastMonth + ""","columns":["payout","revenue","country"]}""")]
    [InlineData("view_conversions", """{"date_range":"yesterday","status":"Rejected","page":"2"}""", """{"date_range":{"from":"2025-01-14","to":"2025-01-14"},"status":"rejected","page":2}""")]
    [InlineData("default_lp_check", """{"date":"yesterday","click_threshold":">100 clicks"}""", """{"date":"2025-01-14","click_threshold":100}""")]
    [InlineData("paused_partner_check", """{"analysis_days":"5 days","drop_threshold":"70%"}""", """{"analysis_days":5,"drop_threshold":70}""")]
    [InlineData("paused_partner_check", """{"drop_threshold":0.6}""", """{"drop_threshold":60}""")]
    [InlineData("paused_partner_check", """{"drop_threshold":"-12.5 percent"}""", """{"drop_threshold":12.5}""")]
    [InlineData("performance_summary", """{"group_by":"offers","compare":"previous period"}""", """{"group_by":"offer","compare":true}""")]
    [InlineData("performance_summary", """{"group_by":"by geo","compare":false,"label":"Search"}""", """{"group_by":"country","label":"Search"}""")]
    [InlineData("find_offers", """{"query":"\"deal\""}""", """{"query":"deal"}""")]
    [InlineData("list_alerts", """{"since":"this week","state":"closed"}""", """{"since":"2025-01-13","state":"resolved"}""")]
    [InlineData("run_template", """{"template":"Partner Welcome","variables":"partner_name=Affiliate Masters, language: Dutch"}""", """{"template":"Partner Welcome","variables":{"partner_name":"Affiliate Masters","language":"Dutch"}}""")]
    [InlineData("run_pipeline", """{"pipeline":"onboarding-check","variables":{"partner_id":23456}}""", """{"pipeline":"onboarding-check","variables":{"partner_id":"23456"}}""")]
    [InlineData("create_template", """{"name":"Offer Pitch","content":"Write {{offer}}"}""", """{"name":"Offer Pitch","content":"Write {{offer}}"}""")]
    public async Task Only_what_was_said_is_kept_and_in_one_form(string tool, string said, string canonical)
    {
        var request = await network.Tools.SettleAsync(tool, said);

        JsonNode.DeepEquals(request.Arguments, JsonNode.Parse(canonical)).ShouldBeTrue(request.Arguments.ToJsonString());
    }

    [Theory]
    [InlineData("tracking_link", """{"partner":12345,"offer":1001,"landing_page":5002,"sub1":"x"}""")]
    [InlineData("top_landing_pages", """{"offer":1001,"country":"DE","date_range":{"from":"2024-12-01","to":"2024-12-31"},"min_conversions":5,"top_n":10,"metrics":["epc"]}""")]
    [InlineData("export_report", """{"report_type":"scrub","date_range":{"from":"2024-12-01","to":"2024-12-31"},"columns":["sub1","partner"],"offer":1001,"partner":12345,"country":"DE"}""")]
    [InlineData("paused_partner_check", """{"analysis_days":3,"drop_threshold":50}""")]
    [InlineData("performance_summary", """{"group_by":"offer","country":"AU","compare":true}""")]
    public async Task The_canonical_form_is_read_back_as_itself(string tool, string canonical)
    {
        var request = await network.Tools.SettleAsync(tool, canonical);

        JsonNode.DeepEquals(request.Arguments, JsonNode.Parse(canonical)).ShouldBeTrue(request.Arguments.ToJsonString());
    }

    [Fact]
    public async Task Ids_come_with_their_names_and_the_whole_interpretation_as_chips()
    {
        var request = await network.Tools.SettleAsync("top_landing_pages", """{"offer":1001,"country":"DE"}""");

        request.Names.ShouldBe(new Dictionary<string, string> { ["offer"] = "Summer Promo 2024", ["country"] = "Germany" }, ignoreOrder: true);
        request.Chips.Select(chip => (chip.Value, chip.IsDefault)).ShouldBe(
        [
            ("Summer Promo 2024 (1001)", false), ("Germany", false), ("2024-12-16 – 2025-01-14 (Europe/Amsterdam)", true), ("EUR", true),
            ("min. 20 conversions", true), ("top 3", true),
        ]);
    }

    [Theory]
    [InlineData("export_report", """{"report_type":"stats","date_range":"last month","columns":"sub1, shoe size"}""", "shoe size")]
    [InlineData("top_landing_pages", """{"offer":1001,"metrics":"epc, shoe size"}""", "shoe size")]
    [InlineData("top_landing_pages", """{"offer":1001,"date_range":"2025-01-01 to 2025-01-31"}""", "2025-01-15")]
    [InlineData("top_landing_pages", """{"offer":1001,"date_range":"last 120 days"}""", "120 days")]
    [InlineData("top_offers", """{"top_n":500}""", "At most 100")]
    public async Task What_was_changed_on_the_way_is_noted(string tool, string said, string note)
    {
        var request = await network.Tools.SettleAsync(tool, said);

        request.Notes.ShouldContain(text => text.Contains(note, StringComparison.Ordinal));
    }
}
