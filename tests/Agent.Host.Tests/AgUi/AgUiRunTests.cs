using System.Net;
using System.Text.Json;
using PromptLab.Host.Tests.Conformance;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Testing.Requirements;

namespace PromptLab.Host.Tests.AgUi;

public sealed class AgUiRunTests(HostFixture host) : IClassFixture<HostFixture>
{
    private const string Question = "Which landing page is best for Summer Promo in Germany last month?";
    private readonly string _thread = $"thread-{Guid.NewGuid():N}";

    [NodeFact]
    public async Task Every_event_validates_against_the_schemas()
    {
        var turns = new[]
        {
            await host.Client.SayAsync(_thread, "1", Question),
            await host.Client.SayAsync(_thread, "2", "delete all offers"),
            await host.Client.SayAsync(_thread, "3", "tracking link for partner 34567 on offer 1002"),
            await host.Client.SayAsync(_thread, "4", "yes"),
        };

        var report = await AgUiPackage.ValidateAsync(turns.SelectMany(turn => turn.Events).Select(item => item.Json.GetRawText()));

        report.Problems.ShouldBeEmpty();
        report.Types.ShouldContain("STATE_SNAPSHOT");
    }

    [Fact]
    public async Task The_events_carry_the_ids_of_the_client()
    {
        var turn = await host.Client.SayAsync(_thread, "run-1", Question);

        foreach (var item in new[] { turn.Events[0].Json, turn.Last })
        {
            item.GetProperty("threadId").GetString().ShouldBe(_thread);
            item.GetProperty("runId").GetString().ShouldBe("run-1");
        }
    }

    [Fact]
    public async Task The_same_run_sent_again_gives_the_same_events()
    {
        var first = await host.Client.SayAsync(_thread, "run-1", Question);
        var second = await host.Client.SayAsync(_thread, "run-1", Question);

        second.Events.Select(item => item.Id).ShouldBe(first.Events.Select(item => item.Id));
        second.Turn.ShouldBe(first.Turn);
    }

    [Fact]
    public async Task Another_question_under_the_same_run_id_is_another_run()
    {
        await host.Client.SayAsync(_thread, "run-1", Question);

        var second = await host.Client.SayAsync(_thread, "run-1", "what about France?");

        second.Reply.ShouldContain("· France ·");
    }

    [Fact]
    public async Task A_conversation_of_the_page_goes_on_under_its_own_id()
    {
        var begun = await host.AskAsync(Question);

        var turn = await host.Client.SayAsync(begun.Conversation.ToString(), "run-1", "what about France?");

        turn.Conversation.ShouldBe(begun.Conversation);
        turn.Reply.ShouldContain("· France ·");
    }

    [Fact]
    public async Task A_thread_goes_on_in_the_page()
    {
        var begun = await host.Client.SayAsync(_thread, "run-1", Question);

        var turn = await host.AskAsync("what about France?", begun.Conversation);

        turn.Reply.ShouldContain("· France ·");
    }

    [Fact]
    public async Task An_interrupt_is_answered_with_resume()
    {
        var proposal = await host.Client.SayAsync(_thread, "run-1", "tracking link for partner 56789 on offer 1002");
        var interrupt = proposal.Last.GetProperty("outcome").GetProperty("interrupts")[0].GetProperty("id").GetString();

        using var response = await host.Client.RunAsync(new
        {
            threadId = _thread, runId = "run-2", messages = Array.Empty<object>(),
            resume = new[] { new { interruptId = interrupt, status = "resolved", payload = new { confirmed = true } } },
        });
        var turn = await ChatTurn.ReadAsync(response);

        turn.Reply.ShouldContain("**Approved:**");
    }

    [Fact]
    public async Task Parts_of_text_are_read()
    {
        using var response = await host.Client.RunAsync(AgUiCalls.Input(_thread, "run-1", new[] { new { type = "text", text = Question } }));

        (await ChatTurn.ReadAsync(response)).Reply.ShouldContain("· Germany ·");
    }

    [Theory]
    [InlineData("""{"runId":"r","messages":[{"id":"m","role":"user","content":"hello"}]}""", "thread_invalid")]
    [InlineData("""{"threadId":"t","messages":[{"id":"m","role":"user","content":"hello"}]}""", "run_invalid")]
    [InlineData("""{"threadId":"t","runId":"r","messages":[]}""", "question_missing")]
    [InlineData("""{"threadId":"t","runId":"r","messages":[{"id":"m","role":"tool","content":"{}"}]}""", "question_missing")]
    [InlineData("""{"threadId":"t","runId":"r","messages":[{"id":"m","role":"user","content":[{"type":"image","source":{}}]}]}""", "content_not_supported")]
    [InlineData("""{"threadId":"t","runId":"r","messages":[{"id":"m","role":"user","content":" "}]}""", "message_empty")]
    [InlineData("""{"threadId":"t","runId":"r","messages":[],"resume":[{"interruptId":"x","status":"resolved","payload":{"confirmed":true}}]}""", "resume_invalid")]
    [InlineData("""{"threadId":"t","runId":"r","messages":[],"resume":[{"interruptId":"0194699e-e3ac-722e-9bc1-3d6f11364ce3","status":"resolved"}]}""", "resume_invalid")]
    public async Task What_cannot_be_read_is_refused_with_a_code(string input, string code)
    {
        using var response = await host.Client.RunAsync(JsonSerializer.Deserialize<JsonElement>(input));

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await response.ReadCodeAsync()).ShouldBe(code);
    }

    [Fact]
    public async Task A_wrong_key_is_nobodys()
    {
        using var stranger = new HttpClient(new SocketsHttpHandler()) { BaseAddress = host.Address, DefaultRequestHeaders = { Authorization = new("Bearer", "plk_wrong") } };

        using var response = await stranger.RunAsync(AgUiCalls.Input(_thread, "run-1", Question));

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }
}
