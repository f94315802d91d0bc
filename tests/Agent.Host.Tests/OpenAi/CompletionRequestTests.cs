using System.Net;
using System.Text;
using System.Text.Json;
using PromptLab.Host.Tests.Hosting;

namespace PromptLab.Host.Tests.OpenAi;

public sealed class CompletionRequestTests(HostFixture host) : IClassFixture<HostFixture>
{
    private const string Question = "Which landing page is best for Summer Promo in Germany last month?";

    [Theory]
    [InlineData("""{"model":"gpt-9"}""", 404, "model_not_found")]
    [InlineData("""{"n":2}""", 400, "n_not_supported")]
    [InlineData("""{"logprobs":true}""", 400, "logprobs_not_supported")]
    [InlineData("""{"modalities":["text","audio"]}""", 400, "modality_not_supported")]
    [InlineData("""{"max_tokens":0}""", 400, "max_tokens_invalid")]
    [InlineData("""{"stop":["a","b","c","d","e"]}""", 400, "stop_invalid")]
    [InlineData("""{"stop":""}""", 400, "stop_invalid")]
    [InlineData("""{"tool_choice":"required"}""", 400, "tools_not_supported")]
    [InlineData("""{"tool_choice":{"type":"function","function":{"name":"f"}}}""", 400, "tools_not_supported")]
    [InlineData("""{"response_format":{"type":"json_object"}}""", 400, "response_format_not_supported")]
    [InlineData("""{"messages":[]}""", 400, "question_missing")]
    [InlineData("""{"messages":[{"role":"assistant","content":"Hi"}]}""", 400, "question_missing")]
    [InlineData("""{"messages":[{"role":"critic","content":"Hi"}]}""", 400, "message_invalid")]
    [InlineData("""{"messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"data:,"}}]}]}""", 400, "content_not_supported")]
    [InlineData("""{"messages":[{"role":"user","content":"  "}]}""", 400, "message_empty")]
    [InlineData("""{"metadata":{"conversation_id":7}}""", 400, "conversation_id_invalid")]
    [InlineData("""{"messages":7}""", 400, "invalid_body")]
    public async Task What_cannot_be_done_is_refused_with_a_code(string options, int status, string code)
    {
        using var response = await host.Client.CompleteAsync("hello", JsonSerializer.Deserialize<JsonElement>(options));

        ((int)response.StatusCode).ShouldBe(status);
        var error = await response.ReadErrorAsync();
        error.GetProperty("code").GetString().ShouldBe(code);
        error.GetProperty("type").GetString().ShouldBe("invalid_request_error");
        error.GetProperty("message").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Settings_that_have_no_meaning_here_are_accepted()
    {
        using var response = await host.Client.CompleteAsync(Question, JsonSerializer.Deserialize<JsonElement>(
            """{"temperature":0,"top_p":1,"seed":7,"user":"u","tools":[{"type":"function","function":{"name":"f"}}],"tool_choice":"auto","response_format":{"type":"text"},"store":true}"""));

        (await response.ReadAnswerAsync()).Text.ShouldContain("Summer LP v2 (5001)");
    }

    [Fact]
    public async Task Parts_of_text_are_read()
    {
        using var response = await host.Client.CompleteAsync("", JsonSerializer.Deserialize<JsonElement>(
            """{"messages":[{"role":"user","content":[{"type":"text","text":"Which landing page is best for Summer Promo"},{"type":"text","text":"in Germany last month?"}]}]}"""));

        (await response.ReadAnswerAsync()).Text.ShouldContain("· Germany ·");
    }

    [Fact]
    public async Task An_answer_ends_before_a_stop_text()
    {
        var whole = await (await host.Client.CompleteAsync(Question)).ReadAnswerAsync();

        var answer = await (await host.Client.CompleteAsync(Question, new { stop = "converts best" })).ReadAnswerAsync();

        answer.Text.ShouldBe(whole.Text[..whole.Text.IndexOf("converts best", StringComparison.Ordinal)]);
        answer.Finish.ShouldBe("stop");
    }

    [Fact]
    public async Task An_answer_is_cut_at_about_the_tokens_that_are_wanted()
    {
        var answer = await (await host.Client.CompleteAsync(Question, new { max_tokens = 10 })).ReadAnswerAsync();

        answer.Text.Length.ShouldBe(40);
        answer.Finish.ShouldBe("length");
    }

    [Fact]
    public async Task A_file_is_linked_in_the_answer()
    {
        var answer = await (await host.Client.CompleteAsync("export the fraud report for last week")).ReadAnswerAsync();

        answer.Text.ShouldMatch(@"\[Download fraud-report\\_[^\]]+\]\(" + host.Address + @"api/v1/exports/[^)]+\)");
    }

    [Fact]
    public async Task A_path_that_is_not_there_is_an_error_in_the_same_shape()
    {
        using var response = await host.Client.PostAsync("/v1/embeddings", null);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.ReadErrorAsync()).GetProperty("code").GetString().ShouldBe("unknown_url");
    }

    [Fact]
    public async Task A_body_that_is_no_json_is_an_error_in_the_same_shape()
    {
        using var content = new StringContent("hello", Encoding.UTF8, "text/plain");

        using var response = await host.Client.PostAsync("/v1/chat/completions", content);

        response.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        (await response.ReadErrorAsync()).GetProperty("code").GetString().ShouldBe("invalid_body");
    }
}
