namespace PromptLab.Planner.Tests.Offline;

/// <summary>Requests that stand alone, one trait each; the routing cases beside this file are the breadth.</summary>
public sealed class RequestTests
{
    [Theory]
    [InlineData("GMN needs a link for the evergreen one", """tracking_link {"partner":"GMN","offer":"evergreen"}""")]
    [InlineData("gimme a link 4 digi marketing pro x new years deal", """tracking_link {"partner":"digi marketing pro","offer":"new years deal"}""")]
    [InlineData("trackng lnk prtnr 56789 ofr 1004 plz", """tracking_link {"partner":56789,"offer":1004}""")]
    [InlineData("Link for Global Media Network to the Holiday Main Page", """tracking_link {"partner":"Global Media Network","landing_page":"Holiday Main Page"}""")]
    [InlineData("partner 12345, offer 1001, LP 5001, sub1 fb_ads, sub3 creative-7. Need the link", """tracking_link {"partner":12345,"offer":1001,"landing_page":5001,"sub1":"fb_ads","sub3":"creative-7"}""")]
    [InlineData("tracking link for the Media partner on Winter Campaign", """tracking_link {"partner":"Media","offer":"Winter Campaign"}""")]
    [InlineData("Create tracking link for John's affiliate account on Winter Campaign", """tracking_link {"offer":"Winter Campaign","partner":"John's"}""")]
    public void Names_are_passed_on_as_they_were_said(string text, string call) => OfflineTalk.Said(text).ShouldBe(call);

    [Theory]
    [InlineData("Not 12345, I mean 34567: tracking link for offer 1002 please", """tracking_link {"partner":34567,"offer":1002}""")]
    [InlineData("Export stats for offer 1001, not 1002, for November", """export_report {"date_range":"November","report_type":"stats","offer":1001}""")]
    [InlineData("Don't use 12345, use 23456. Link for offer 1005.", """tracking_link {"partner":23456,"offer":1005}""")]
    public void What_is_negated_does_not_count(string text, string call) => OfflineTalk.Said(text).ShouldBe(call);

    [Theory]
    [InlineData("We paid invoice 1002 yesterday, that's sorted. Which LP is best for New Year Deal?", """top_landing_pages {"offer":"New Year Deal"}""")]
    [InlineData("Anna says Germany looks great, but I only care about France: top landing pages for Winter Campaign", """top_landing_pages {"country":"FR","offer":"Winter Campaign"}""")]
    [InlineData("We run five offers and Jan is asking about Italy. Rank the offers there over the weekend by clicks.", """top_offers {"country":"IT","date_range":"the weekend","sort_by":"clicks"}""")]
    [InlineData("I'm off from March 3rd, so before that pull me last month's conversions", """export_report {"date_range":"last month's","report_type":"conversions"}""")]
    [InlineData("My flight is on January 20 Export the stats report for last week please", """export_report {"date_range":"last week","report_type":"stats"}""")]
    public void What_belongs_to_a_story_does_not_count(string text, string call) => OfflineTalk.Said(text).ShouldBe(call);

    [Theory]
    [InlineData("best lp for 1001, at least 50 conversions, top 5", """{"min_conversions":50,"top_n":5,"offer":1001}""")]
    [InlineData("top ten landing pages of offer 1001", """{"top_n":10,"offer":1001}""")]
    [InlineData("the 3 best pages of offer 1001 with more than 1,000 conversions", """{"top_n":3,"min_conversions":1000,"offer":1001}""")]
    [InlineData("pages of offer 1001, conversions >= 15", """{"min_conversions":15,"offer":1001}""")]
    [InlineData("offer 1001 landing pages with 10+ convs", """{"min_conversions":10,"offer":1001}""")]
    public void Numbers_are_told_apart_by_what_they_count(string text, string arguments) => OfflineTalk.Said(text).ShouldBe("top_landing_pages " + arguments);

    [Theory]
    [InlineData("paused partners over 3 days with a 50% drop", """{"analysis_days":3,"drop_threshold":50}""")]
    [InlineData("partners down more than half in the last 5 days", """{"analysis_days":5,"drop_threshold":50}""")]
    [InlineData("inactive affiliates, 30% threshold", """{"drop_threshold":30}""")]
    public void Drops_and_days_are_read(string text, string arguments) => OfflineTalk.Said(text).ShouldBe("paused_partner_check " + arguments);

    [Theory]
    [InlineData("conversions for last month with columns sub1, payout and country", """["sub1","payout","country"]""")]
    [InlineData("conversion csv w/ sub1 sub2 and payout columns, last week", """["sub1","sub2","payout"]""")]
    [InlineData("Export sub1, sub2 for last month", """["sub1","sub2"]""")]
    [InlineData("all conversions with sub1, sub2, affiliate for last month as csv", """["sub1","sub2","affiliate"]""")]
    public void Columns_are_listed(string text, string columns)
    {
        var call = OfflineTalk.Said(text);

        call.ShouldContain($"\"columns\":{columns}");
        call.ShouldContain("\"report_type\":\"conversions\"");
    }

    [Theory]
    [InlineData("performance by offer vs the period before", """{"group_by":"offer","compare":true}""")]
    [InlineData("Check conversion rate drop per offer, last week versus the week before", """{"date_range":"last week","group_by":"offer","compare":true}""")]
    [InlineData("geo breakdown of November", """{"date_range":"November","group_by":"country"}""")]
    [InlineData("monthly summary", """{"date_range":"last month"}""")]
    [InlineData("weekly summary", "{}")]
    public void Summaries_are_grouped_and_compared(string text, string arguments) => OfflineTalk.Said(text).ShouldBe("performance_summary " + arguments);

    [Theory]
    [InlineData("top 5 offers by revenue in Canada", """{"country":"CA","top_n":5,"sort_by":"revenue"}""")]
    [InlineData("most profitable offers", """{"sort_by":"profit"}""")]
    [InlineData("Show me best performing offers", "{}")]
    public void Offers_are_ranked_by_what_was_named(string text, string arguments) => OfflineTalk.Said(text).ShouldBe("top_offers " + arguments);

    [Theory]
    [InlineData("run template \"Mail\" with name=Affiliate Masters and month = December", """run_template {"template":"Mail","variables":{"name":"Affiliate Masters","month":"December"}}""")]
    [InlineData("run the Summarizer", """run_template {"template":"Summarizer"}""")]
    [InlineData("Please run Greeter with name = Bob", """run_template {"template":"Greeter","variables":{"name":"Bob"}}""")]
    [InlineData("kick off the Month End pipeline", """run_pipeline {"pipeline":"Month End"}""")]
    [InlineData("trigger pipeline \"audit\" with id=45678, depth=2", """run_pipeline {"pipeline":"audit","variables":{"id":"45678","depth":"2"}}""")]
    [InlineData("Make a new prompt template \"Bye\": Goodbye {{name}}", """create_template {"name":"Bye","content":"Goodbye {{name}}"}""")]
    public void Templates_are_taken_as_written(string text, string call) => OfflineTalk.Said(text).ShouldBe(call);

    [Theory]
    [InlineData("Do we have any offers with 'deal' in the name?", """find_offers {"query":"deal"}""")]
    [InlineData("what's the ID of Global Media Network?", """find_partners {"query":"Global Media Network"}""")]
    [InlineData("search offers: winter", """find_offers {"query":"winter"}""")]
    [InlineData("Quick question: find affiliate clickbank", """find_partners {"query":"clickbank"}""")]
    public void A_look_up_searches_for_what_is_looked_for(string text, string call) => OfflineTalk.Said(text).ShouldBe(call);

    [Theory]
    [InlineData("top landing pages for offer 1001 in Germany and France")]
    [InlineData("tracking links for 12345 and 23456 on 1001")]
    [InlineData("worst landing pages of offer 1001")]
    public void What_cannot_be_done_in_one_go_is_asked_back(string text) => OfflineTalk.Said(text).ShouldBe("[clarify]");

    [Fact]
    public void A_missing_argument_is_left_to_the_tool_to_ask_for() => OfflineTalk.Said("export fraud csv").ShouldBe("""export_report {"report_type":"fraud"}""");

    [Fact]
    public void On_screen_means_no_file() => OfflineTalk.Said("view conversions of yesterday").ShouldStartWith("view_conversions ");
}
