using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Host.Tests.Templates;
using static PromptLab.Host.Tests.Executions.ExecutionCalls;
using static PromptLab.Host.Tests.Templates.TemplateCalls;

namespace PromptLab.Host.Tests.Executions;

public sealed class OfflineExecutionTests(HostFixture host) : IClassFixture<HostFixture>
{
    [Fact]
    public async Task Without_a_model_the_same_prompt_gets_the_same_marked_answer()
    {
        var template = await NewAsync("Summarise {{text}} in {{words}} words", new { inputs = new[] { new { name = "words", type = "integer", @default = 20 } } });

        var first = await host.Client.ExecuteAsync(template, new { variables = new { text = "a story" } });
        var second = await host.Client.ExecuteAsync(template, new { variables = new { text = "a story" } });

        first.GetProperty("prompt").GetString().ShouldBe("Summarise a story in 20 words");
        first.GetProperty("variables").GetProperty("words").GetString().ShouldBe("20");
        first.GetProperty("output").GetString()!.ShouldStartWith("[offline answer: no model was asked]");
        second.GetProperty("output").GetString().ShouldBe(first.GetProperty("output").GetString());
        (Text(first, "status"), Text(first, "provider")).ShouldBe(("completed", "offline"));
    }

    [Fact]
    public async Task A_value_with_half_a_character_is_refused_with_words()
    {
        var template = await NewAsync("Summarise {{text}}");
        using var body = new StringContent("""{"variables":{"text":"a \ud83d b"}}""", Encoding.UTF8, "application/json");

        using var response = await host.Client.PostAsync($"{Path(template)}/execute", body);

        ((int)response.StatusCode).ShouldBe(422);
        var problem = await ReadAsync(response);
        problem.GetProperty("code").GetString().ShouldBe("text_invalid");
        problem.GetProperty("detail").GetString()!.ShouldContain("half a character");
    }

    [Fact]
    public async Task What_no_database_keeps_is_left_out_of_what_is_stored()
    {
        var template = await NewAsync("Summarise\0 {{text}}");

        var reply = await host.Client.ExecuteAsync(template, new { variables = new { text = "a\0b" } });

        var stored = await host.Client.GetFromJsonAsync<JsonElement>($"{RunsPath}/{Id(reply)}");
        stored.GetProperty("prompt").GetString().ShouldBe("Summarise ab");
    }

    [Fact]
    public async Task The_stream_has_the_events_of_a_turn()
    {
        var template = await NewAsync("Say hello");

        var run = await host.Client.StreamAsync(template, new { });

        run.Events.Select(item => item.Type).Distinct().ShouldBe(
            ["RUN_STARTED", "CUSTOM", "TEXT_MESSAGE_START", "TEXT_MESSAGE_CONTENT", "TEXT_MESSAGE_END", "RUN_FINISHED"]);
        run.Reply.ShouldContain("Say hello");
    }

    [Fact]
    public async Task What_was_streamed_can_be_read_again_from_any_place()
    {
        var template = await NewAsync("Say hello");
        var run = await host.Client.StreamAsync(template, new { });

        var again = await host.Client.FollowAsync(run.Events[0].Id.Split('.')[0], run.Events[2].Id);

        again.Events.Select(item => item.Id).ShouldBe(run.Events.Skip(3).Select(item => item.Id));
    }

    [Fact]
    public async Task Every_missing_variable_is_named_in_one_answer()
    {
        var template = await NewAsync("{{a}} {{b}} {{c}}");

        using var response = await host.Client.PostAsJsonAsync($"{Path(template)}/execute", new { variables = new { b = 1 } });

        ((int)response.StatusCode).ShouldBe(422);
        var problem = await ReadAsync(response);
        problem.GetProperty("code").GetString().ShouldBe("variables_invalid");
        problem.GetProperty("errors").EnumerateObject().Select(field => field.Name).ShouldBe(["variables.a", "variables.c"]);
    }

    [Theory]
    [InlineData("""{"variables":{"n":"much"}}""", 422, "variables_invalid")]
    [InlineData("""{"variables":{"n":1},"provider":"nobody"}""", 422, "execution_invalid")]
    [InlineData("""{"variables":{"n":1},"fallback":"nobody"}""", 422, "execution_invalid")]
    [InlineData("""{"variables":{"n":1},"parameters":{"temperature":3}}""", 422, "execution_invalid")]
    [InlineData("""{"variables":{"n":1},"version":9}""", 404, "template_version_not_found")]
    [InlineData("""{"variables":{"n":1},"label":"production"}""", 404, "label_not_found")]
    [InlineData("""{"variables":{"n":1},"version":1,"label":"production"}""", 422, "version_ambiguous")]
    public async Task What_cannot_be_run_says_why(string body, int status, string code)
    {
        var template = await NewAsync("{{n}}", new { inputs = new[] { new { name = "n", type = "number" } } });
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        (await ProblemAsync(host.Client.PostAsync($"{Path(template)}/execute", content))).ShouldBe((status, code));
    }

    [Fact]
    public async Task A_version_or_a_label_is_run_instead_of_the_newest()
    {
        var template = await NewAsync("one");
        await host.Client.ChangeTemplateAsync(template, new { content = "two" });
        using var label = await host.Client.PutAsJsonAsync($"{Path(template)}/labels/production", new { version = 1 });

        var newest = await host.Client.ExecuteAsync(template, new { });
        var numbered = await host.Client.ExecuteAsync(template, new { version = 1 });
        var labelled = await host.Client.ExecuteAsync(template, new { label = "production" });

        new[] { newest, numbered, labelled }.Select(run => run.GetProperty("prompt").GetString()).ShouldBe(["two", "one", "one"]);
        Text(labelled, "label").ShouldBe("production");
    }

    [Fact]
    public async Task An_execution_is_run_again_as_it_was_or_with_changes()
    {
        var template = await NewAsync("{{a}} and {{b}}");
        var first = await host.Client.ExecuteAsync(template, new { variables = new { a = 1, b = 2 }, parameters = new { max_tokens = 50 } });
        await host.Client.ChangeTemplateAsync(template, new { content = "no longer {{a}} or {{b}}" });

        using var same = await host.Client.PostAsync($"{RunsPath}/{Id(first)}/rerun", null);
        using var changed = await host.Client.PostAsJsonAsync($"{RunsPath}/{Id(first)}/rerun", new { variables = new { b = 3 }, version = 2 });

        var (again, other) = (await ReadAsync(same), await ReadAsync(changed));
        again.GetProperty("prompt").GetString().ShouldBe("1 and 2");
        again.GetProperty("parameters").GetProperty("max_tokens").GetInt32().ShouldBe(50);
        Text(again, "rerun_of").ShouldBe(Id(first));
        other.GetProperty("prompt").GetString().ShouldBe("no longer 1 or 3");
    }

    [Fact]
    public async Task Executions_are_listed_and_filtered()
    {
        using var finn = await host.SignInAsync("finn");
        var one = await finn.CreateTemplateAsync("one", "1", new { tags = new[] { "mail" } });
        var two = await finn.CreateTemplateAsync("two", "2");
        var first = Id(await finn.ExecuteAsync(one, new { }));
        var second = Id(await finn.ExecuteAsync(two, new { }));

        (await IdsAsync("")).ShouldBe([second, first]);
        (await IdsAsync($"?template_id={one.GetProperty("template").GetProperty("id").GetString()}&version=1")).ShouldBe([first]);
        (await IdsAsync("?status=completed&provider=offline&model=offline&tag=mail")).ShouldBe([first]);
        (await IdsAsync("?status=failed")).ShouldBeEmpty();
        (await IdsAsync("?from=2025-01-16T00:00:00Z")).ShouldBeEmpty();
        (await IdsAsync("?search=offline%20answer")).ShouldBe([second, first]);
        (await IdsAsync("?search=\"unheard")).ShouldBeEmpty();
        (await ProblemAsync(finn.GetAsync($"{RunsPath}?status=odd"))).ShouldBe((422, "status_invalid"));
        (await ProblemAsync(finn.GetAsync($"{RunsPath}?version=1"))).ShouldBe((422, "template_missing"));

        async Task<IEnumerable<string?>> IdsAsync(string query) => Texts((await finn.GetJsonAsync(RunsPath + query)).GetProperty("data"), "id");
    }

    [Fact]
    public async Task Others_executions_are_not_found_by_any_path()
    {
        using var anna = await host.SignInAsync("anna");
        using var ben = await host.SignInAsync("ben");
        var template = await anna.CreateTemplateAsync("Secret run", "one");
        var id = Id(await anna.ExecuteAsync(template, new { }));

        var answers = new[]
        {
            await ben.PostAsJsonAsync($"{Path(template)}/execute", new { }), await ben.GetAsync($"{RunsPath}/{id}"), await ben.GetAsync($"{RunsPath}/{id}/events"),
            await ben.PostAsync($"{RunsPath}/{id}/cancel", null), await ben.PostAsync($"{RunsPath}/{id}/rerun", null),
        };

        answers.ShouldAllBe(answer => answer.StatusCode == System.Net.HttpStatusCode.NotFound);
        (await ben.GetJsonAsync(RunsPath)).GetProperty("data").EnumerateArray().ShouldBeEmpty();
        (await ProblemAsync(anna.PostAsync($"{RunsPath}/{id}/cancel", null))).ShouldBe((409, "execution_not_running"));
        (await ProblemAsync(anna.GetAsync($"{RunsPath}/{id}/events?after=x"))).ShouldBe((422, "event_id_invalid"));
    }

    [Fact]
    public async Task The_offline_provider_is_always_there()
    {
        var providers = (await host.Client.GetJsonAsync("/api/v1/providers")).GetProperty("data");

        var offline = providers.EnumerateArray().Single();
        (offline.GetProperty("name").GetString(), offline.GetProperty("health").GetString(), offline.GetProperty("is_default").GetBoolean()).ShouldBe(("offline", "ok", true));
    }

    [Fact]
    public async Task In_the_chat_a_template_is_created_listed_and_run_on_a_text()
    {
        var created = await host.AskAsync("create a template called Summarizer with content: Summarise {{text}} in three sentences.");
        var listed = await host.AskAsync("show my templates");
        var run = await host.AskAsync("Run the Summarizer on the news of our partner: sales doubled, delete nothing.");

        created.Reply.ShouldContain("is saved");
        listed.Reply.ShouldContain("| Summarizer | text |");
        run.Reply.ShouldContain("Summarise the news of our partner: sales doubled, delete nothing. in three sentences.");
        run.Reply.ShouldContain("no model was asked");
    }

    [Fact]
    public async Task The_chat_tells_which_version_answered()
    {
        var template = await host.Client.CreateTemplateAsync("Teller", "Tell {{text}}");
        await host.Client.ChangeTemplateAsync(template, new { content = "Tell me {{text}}" });
        var run = await host.AskAsync("Run the Teller on the news");

        var told = await host.AskAsync("which version answered that?", run.Conversation);

        told.Reply.ShouldStartWith("Version 2 of the template Teller answered that, by way of: offline provider.");
    }

    [Fact]
    public async Task The_chat_asks_for_the_values_that_are_missing()
    {
        await host.AskAsync("create a template called Offer Pitch with content: Sell {{product}} to {{reader}}.");

        var asked = await host.AskAsync("run the template Offer Pitch");
        var unknown = await host.AskAsync("run the template Nobody Made This");

        asked.Reply.ShouldContain("Which values should product, reader have?");
        unknown.Reply.ShouldContain("You have no template called “Nobody Made This”");
    }

    private Task<JsonElement> NewAsync(string content, object? more = null) => host.Client.CreateTemplateAsync($"Template {Guid.NewGuid()}", content, more);
}
