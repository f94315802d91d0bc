using Microsoft.Extensions.AI;
using OpenAI.Chat;
using PromptLab.Testing.Models;

namespace PromptLab.Planner.Tests.Models.OpenAi;

public sealed class OpenAiChatClientTests
{
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
