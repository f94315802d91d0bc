using Microsoft.Extensions.AI;
using PromptLab.Everflow;
using PromptLab.Planner.Offline;
using PromptLab.Planner.Offline.Names;

namespace PromptLab.Planner.Tests.Offline;

public sealed class OfflineChatClientTests
{
    [Fact]
    public void A_request_becomes_a_call_in_the_person_s_words()
    {
        var response = new OfflineTalk().Respond("Which landing page is best for Summer Promo in Germany last month?");

        var call = response.Messages[0].Contents.ShouldHaveSingleItem().ShouldBeOfType<FunctionCallContent>();
        call.Name.ShouldBe("top_landing_pages");
        call.Arguments!.ToDictionary(argument => argument.Key, argument => argument.Value!.ToString())
            .ShouldBe(new Dictionary<string, string?> { ["offer"] = "Summer Promo", ["country"] = "DE", ["date_range"] = "last month" }, ignoreOrder: true);
        response.FinishReason.ShouldBe(ChatFinishReason.ToolCalls);
    }

    [Fact]
    public void It_costs_nothing()
    {
        var response = new OfflineTalk().Respond("weekly summary");

        (response.Usage!.InputTokenCount, response.Usage.OutputTokenCount, response.ModelId).ShouldBe((0, 0, "offline"));
    }

    [Fact]
    public async Task Streaming_gives_the_same_answer()
    {
        var talk = new OfflineTalk();
        var messages = talk.Messages("what can you do?");

        var streamed = await talk.Client.GetStreamingResponseAsync(messages).ToChatResponseAsync();

        streamed.Text.ShouldBe((await talk.Client.GetResponseAsync(messages)).Text);
        streamed.Text.ShouldStartWith("[help] ");
    }

    [Theory]
    [InlineData("What can you do?", "[help]")]
    [InlineData("good morning!", "[smalltalk]")]
    [InlineData("delete all partners", "[refuse]")]
    [InlineData("show me data", "[clarify]")]
    public void What_is_no_request_is_a_marked_sentence(string text, string mark)
    {
        var reply = new OfflineTalk().Respond(text).Text;

        reply.ShouldStartWith(mark + " ");
        reply.Length.ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task Only_tools_that_are_offered_are_called()
    {
        using var client = new OfflineTalk().Client;

        (await client.GetResponseAsync([new(ChatRole.User, "weekly summary")])).Text.ShouldStartWith("[clarify]");
    }

    [Fact]
    public async Task Without_a_message_of_a_person_it_offers_help()
    {
        using var client = new OfflineTalk().Client;

        (await client.GetResponseAsync([new(ChatRole.System, "prompt")])).Text.ShouldStartWith("[help]");
    }

    [Fact]
    public async Task Behind_a_tool_s_result_it_adds_no_figures_of_its_own()
    {
        var talk = new OfflineTalk();
        List<ChatMessage> messages =
        [
            .. talk.Messages("weekly summary"), new(ChatRole.Assistant, [new FunctionCallContent("1", "performance_summary")]),
            new(ChatRole.Tool, [new FunctionResultContent("1", "revenue 5")]),
        ];

        (await talk.Client.GetResponseAsync(messages)).Text.ShouldStartWith("[clarify]");
    }

    [Fact]
    public async Task When_Everflow_is_away_requests_are_still_read()
    {
        var names = new NetworkNames((_, _) => throw new EverflowException(EverflowFailure.Unavailable, "offers.search", "Everflow did not answer."));
        using var client = new OfflineChatClient(names, OfflineTalk.Calendar());

        var response = await client.GetResponseAsync([new(ChatRole.User, "hello")]);

        response.Text.ShouldStartWith("[smalltalk]");
    }

    [Fact]
    public void It_says_what_it_is()
    {
        using var client = new OfflineTalk().Client;

        client.GetService<ChatClientMetadata>()!.DefaultModelId.ShouldBe("offline");
        client.GetService<OfflineChatClient>().ShouldBe(client);
        client.GetService<string>().ShouldBeNull();
    }
}
