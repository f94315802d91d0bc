using System.ClientModel;
using System.ClientModel.Primitives;
using OpenAI;
using OpenAI.Chat;
using PromptLab.Data.ApiKeys;
using PromptLab.Host.Tests.Hosting;

namespace PromptLab.Host.Tests.OpenAi;

/// <summary>OpenAI's own .NET SDK against the running service.</summary>
public sealed class DotNetClientTests(HostFixture host) : IClassFixture<HostFixture>
{
    private const string Question = "Which landing page is best for Summer Promo in Germany last month?";

    [Fact]
    public async Task A_conversation_is_held_with_its_history()
    {
        var client = (await ClientAsync()).GetChatClient("promptlab");
        List<ChatMessage> messages = [ChatMessage.CreateSystemMessage("Be brief."), ChatMessage.CreateUserMessage(Question)];

        var first = (await client.CompleteChatAsync(messages)).Value;
        messages.Add(ChatMessage.CreateAssistantMessage(first));
        messages.Add(ChatMessage.CreateUserMessage("what about France?"));
        var second = (await client.CompleteChatAsync(messages)).Value;

        first.FinishReason.ShouldBe(ChatFinishReason.Stop);
        first.Content[0].Text.ShouldContain("· Germany ·");
        second.Content[0].Text.ShouldContain("· France ·");
    }

    [Fact]
    public async Task An_answer_is_streamed_with_its_usage_at_the_end()
    {
        var client = (await ClientAsync()).GetChatClient("promptlab");

        var updates = await client.CompleteChatStreamingAsync(ChatMessage.CreateUserMessage(Question)).ToListAsync();

        string.Concat(updates.SelectMany(update => update.ContentUpdate).Select(part => part.Text)).ShouldContain("Summer LP v2 (5001)");
        updates.ShouldContain(update => update.FinishReason == ChatFinishReason.Stop);
        updates[^1].Usage.ShouldNotBeNull().TotalTokenCount.ShouldBe(0);
    }

    [Fact]
    public async Task A_proposal_is_confirmed_by_a_yes()
    {
        var client = (await ClientAsync()).GetChatClient("promptlab");
        List<ChatMessage> messages = [ChatMessage.CreateUserMessage("tracking link for partner 56789 on offer 1002")];
        messages.Add(ChatMessage.CreateAssistantMessage((await client.CompleteChatAsync(messages)).Value));
        messages.Add(ChatMessage.CreateUserMessage("yes"));

        var outcome = (await client.CompleteChatAsync(messages)).Value;

        outcome.Content[0].Text.ShouldContain("**Approved:**");
    }

    [Fact]
    public async Task The_models_are_listed()
    {
        var models = (await (await ClientAsync()).GetOpenAIModelClient().GetModelsAsync()).Value;

        models.Select(model => model.Id).ShouldBe(["promptlab"]);
    }

    [Fact]
    public async Task A_wrong_key_and_an_unknown_model_are_errors_of_the_client()
    {
        var wrongKey = await Should.ThrowAsync<ClientResultException>(() => Client("plk_wrong").GetChatClient("promptlab").CompleteChatAsync("hello"));
        var wrongModel = await Should.ThrowAsync<ClientResultException>(async () => await (await ClientAsync()).GetChatClient("gpt-9").CompleteChatAsync("hello"));

        wrongKey.Status.ShouldBe(401);
        wrongKey.Message.ShouldContain("invalid_api_key");
        wrongModel.Status.ShouldBe(404);
        wrongModel.Message.ShouldContain("model_not_found");
    }

    private async Task<OpenAIClient> ClientAsync()
    {
        var key = await ((ApiKeyRepository)host.Services.GetService(typeof(ApiKeyRepository))!).CreateAsync("dotnet-owner", "test", CancellationToken.None);
        return Client(key.Key);
    }

    private OpenAIClient Client(string key) => new(
        new ApiKeyCredential(key), new OpenAIClientOptions { Endpoint = new Uri(host.Address, "/v1"), RetryPolicy = new ClientRetryPolicy(0) });
}
