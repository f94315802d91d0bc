using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using PromptLab.Host.Tests.Hosting;

namespace PromptLab.Host.Tests.Embedding;

public sealed class WidgetTokenTests(WidgetTokenTests.Intranet host) : IClassFixture<WidgetTokenTests.Intranet>
{
    [Fact]
    public async Task A_page_may_do_as_its_user_what_the_token_is_for()
    {
        var token = await IssueAsync("crm", new { user = "anna" });
        using var page = Page(token);

        var turn = await HostFixture.AskAsync(page, "search offers: winter");

        token.GetProperty("owner").GetString().ShouldBe("crm/anna");
        var list = await page.GetFromJsonAsync<JsonElement>("/api/v1/conversations");
        list.GetProperty("data").EnumerateArray().Select(item => item.GetProperty("id").GetGuid()).ShouldContain(turn.Conversation);
    }

    [Fact]
    public async Task Users_of_two_sites_with_the_same_name_are_two_people()
    {
        using var ours = Page(await IssueAsync("crm", new { user = "ben" }));
        var turn = await HostFixture.AskAsync(ours, "search offers: winter");
        using var theirs = Page(await IssueAsync("shop", new { user = "ben" }));

        using var answer = await theirs.GetAsync($"/api/v1/conversations/{turn.Conversation}");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_back_end_that_is_trusted_vouches_for_users_by_their_own_name()
    {
        using var ben = await host.SignInAsync("carla");
        var turn = await HostFixture.AskAsync(ben, "search offers: winter");
        using var page = Page(await IssueAsync("intranet", new { user = "carla" }));

        using var answer = await page.GetAsync($"/api/v1/conversations/{turn.Conversation}");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_token_ends_after_its_time()
    {
        using var page = Page(await IssueAsync("crm", new { user = "dora" }));
        using var before = await page.GetAsync("/api/v1/conversations");

        host.Clock.MoveTo(host.Clock.GetUtcNow() + TimeSpan.FromMinutes(16));
        using var after = await page.GetAsync("/api/v1/conversations");

        (before.StatusCode, after.StatusCode).ShouldBe((HttpStatusCode.OK, HttpStatusCode.Unauthorized));
    }

    [Theory]
    [InlineData("https://intranet.example", HttpStatusCode.OK)]
    [InlineData("https://elsewhere.example", HttpStatusCode.Unauthorized)]
    public async Task A_token_for_one_site_is_of_no_use_to_another(string origin, HttpStatusCode expected)
    {
        using var page = Page(await IssueAsync("crm", new { user = "emil", origin = "https://intranet.example" }));
        page.DefaultRequestHeaders.Add("Origin", origin);

        using var answer = await page.GetAsync("/api/v1/conversations");

        answer.StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task A_token_makes_no_tokens()
    {
        using var page = Page(await IssueAsync("crm", new { user = "fred" }));

        using var answer = await page.PostAsJsonAsync("/api/v1/widget-tokens", new { user = "anna" });

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("user", "local")]
    [InlineData("user", "")]
    [InlineData("user", " anna")]
    [InlineData("origin", "https://intranet.example/page")]
    [InlineData("origin", "intranet.example")]
    public async Task What_cannot_be_used_is_refused_by_name(string field, string value)
    {
        using var crm = await host.SignInAsync("crm");

        using var answer = await crm.PostAsJsonAsync("/api/v1/widget-tokens", new Dictionary<string, string> { [field] = value });

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").TryGetProperty(field, out _).ShouldBeTrue();
    }

    [Theory]
    [InlineData("https://intranet.example", true)]
    [InlineData("https://elsewhere.example", false)]
    public async Task Browsers_are_told_which_sites_may_call(string origin, bool isAllowed)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "/api/v1/chat")
        {
            Headers = { { "Origin", origin }, { "Access-Control-Request-Method", "POST" }, { "Access-Control-Request-Headers", "authorization,content-type,idempotency-key" } },
        };

        using var answer = await host.Client.SendAsync(request);

        answer.Headers.Contains("Access-Control-Allow-Origin").ShouldBe(isAllowed);
        answer.Headers.Contains("Access-Control-Allow-Credentials").ShouldBeFalse();
    }

    [Fact]
    public async Task The_widgets_code_may_be_loaded_from_any_site()
    {
        using var widget = await host.Client.GetAsync("/widget/promptlab-chat.js");
        using var page = await host.Client.GetAsync("/index.html");

        widget.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);
        page.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
    }

    private async Task<JsonElement> IssueAsync(string owner, object body)
    {
        using var backEnd = await host.SignInAsync(owner);
        using var answer = await backEnd.PostAsJsonAsync("/api/v1/widget-tokens", body);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private HttpClient Page(JsonElement token) => new(new SocketsHttpHandler())
    {
        BaseAddress = host.Address,
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token.GetProperty("token").GetString()) },
    };

    public sealed class Intranet : HostFixture
    {
        public override Task InitializeAsync() => StartAsync("--Embedding:Origins:0", "https://intranet.example", "--Embedding:Minters:0", "intranet");
    }
}
