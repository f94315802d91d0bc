using System.Net;
using Microsoft.Extensions.AI;
using PromptLab.Planner.Models;
using PromptLab.Testing.Models;

namespace PromptLab.Planner.Tests.Models;

public sealed class FallbackTests
{
    [Fact]
    public async Task The_stand_in_answers_for_a_model_that_fails_and_says_why()
    {
        await using var model = await ModelFixture.OpenAiAsync();
        model.Server.Then(ModelReply.Fails(HttpStatusCode.Unauthorized));

        var updates = await model.Registry.Get("test").Client.GetStreamingResponseAsync("hi").ToListAsync();

        string.Concat(updates.Select(u => u.Text)).ShouldBe(StandInClient.Answer);
        updates[0].AdditionalProperties![FallbackChatClient.FallbackReason].ShouldBe("rejected_key");
        updates[0].ModelId.ShouldBe("offline");
        updates[1].AdditionalProperties.ShouldBeNull();
    }

    [Fact]
    public async Task The_stand_in_answers_a_whole_answer_too()
    {
        await using var model = await ModelFixture.OpenAiAsync();
        model.Server.Then(ModelReply.Garbage());

        var response = await model.Registry.Get("test").Client.GetResponseAsync("hi");

        response.Text.ShouldBe(StandInClient.Answer);
        response.AdditionalProperties![FallbackChatClient.FallbackReason].ShouldBe("malformed_reply");
    }

    [Fact]
    public async Task A_model_that_answers_is_left_alone()
    {
        await using var model = await ModelFixture.OpenAiAsync();
        model.Server.Always(ModelReply.Says("my", "self"));

        var streamed = await model.Registry.Get("test").Client.GetStreamingResponseAsync("hi").ToListAsync();
        var whole = await model.Registry.Get("test").Client.GetResponseAsync("hi");

        streamed.ShouldAllBe(u => u.AdditionalProperties == null);
        (string.Concat(streamed.Select(u => u.Text)), whole.Text).ShouldBe(("myself", "myself"));
    }

    [Fact]
    public async Task A_model_that_fails_after_it_began_is_not_talked_over()
    {
        await using var model = await ModelFixture.OpenAiAsync();
        model.Server.Then(ModelReply.Says("half").ThenBreaks());
        var text = "";

        await Should.ThrowAsync<ModelException>(async () =>
        {
            await foreach (var update in model.Registry.Get("test").Client.GetStreamingResponseAsync("hi"))
            {
                text += update.Text;
            }
        });

        text.ShouldBe("half");
    }

    [Fact]
    public async Task Nobody_answers_what_the_caller_cancelled()
    {
        await using var model = await ModelFixture.OpenAiAsync();
        model.Server.Then(ModelReply.Hangs());
        using var stop = new CancellationTokenSource();

        var answer = model.Registry.Get("test").Client.GetResponseAsync([new(ChatRole.User, "hi")], cancellationToken: stop.Token);
        await model.Server.NextRequestAsync();
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => answer);
    }
}
