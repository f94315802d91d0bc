using Microsoft.Extensions.AI;
using OpenAI.Chat;
using PromptLab.Testing.Models;

namespace PromptLab.Planner.Tests.Models.OpenAi;

public sealed class OpenAiChatClientTests
{
    [Fact]
    public async Task A_server_that_answers_whole_is_understood()
    {
        await using var model = await ModelFixture.OpenAiAsync();
        model.Server.Then(ModelReply.Says("Good ", "morning").AndCalls("top_offers", """{"top_n":3}""").Whole());

        var response = (await model.AskAsync()).ToChatResponse();

        response.Text.ShouldBe("Good morning");
        response.Messages.SelectMany(m => m.Contents).OfType<FunctionCallContent>().ShouldHaveSingleItem().Name.ShouldBe("top_offers");
        response.Usage!.InputTokenCount.ShouldBe(900);
    }

    [Fact]
    public async Task A_local_server_needs_no_key()
    {
        await using var model = await ModelFixture.OpenAiAsync(("ApiKey", ""));
        model.Server.Then(ModelReply.Says("ok"));

        var updates = await model.AskAsync();

        updates[0].Text.ShouldBe("ok");
    }

    [Fact]
    public async Task A_call_carries_its_arguments_as_one_object_too()
    {
        await using var model = await ModelFixture.OpenAiAsync();
        model.Server.Then(ModelReply.Calls("top_offers", """{"top_n":3,"country":"NL"}"""));

        var call = (await model.AskAsync())[^1].Contents.OfType<FunctionCallContent>().Single();

        call.RawRepresentation.ShouldBeOfType<System.Text.Json.JsonElement>().GetRawText().ShouldBe("""{"top_n":3,"country":"NL"}""");
    }

    [Fact]
    public async Task Connections_are_used_again()
    {
        await using var model = await ModelFixture.OpenAiAsync();
        model.Server.Always(ModelReply.Says("ok"));

        for (var i = 0; i < 5; i++)
        {
            await model.AskAsync();
        }

        model.Server.Requests.Select(r => r.Connection).Distinct().Count().ShouldBeLessThanOrEqualTo(2);
    }

    [Fact]
    public async Task The_client_says_what_it_is()
    {
        await using var model = await ModelFixture.OpenAiAsync();

        var metadata = model.Client.GetService<ChatClientMetadata>().ShouldNotBeNull();

        (metadata.ProviderName, metadata.DefaultModelId, metadata.ProviderUri).ShouldBe(("openai", "model-1", model.Server.BaseAddress));
        model.Client.GetService<ChatClient>().ShouldNotBeNull();
        model.Client.GetService<string>().ShouldBeNull();
    }
}
