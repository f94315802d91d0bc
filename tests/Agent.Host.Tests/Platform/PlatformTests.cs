using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using PromptLab.Host.Tests.Hosting;

namespace PromptLab.Host.Tests.Platform;

public sealed class PlatformTests(HostFixture host) : IClassFixture<HostFixture>
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task A_running_service_is_healthy(string path)
    {
        using var response = await host.Client.GetAsync(path);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_description_names_every_endpoint_of_the_chat()
    {
        var document = await host.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json");

        string[] expected =
        [
            "/api/v1/about", "/api/v1/chat", "/api/v1/conversations", "/api/v1/conversations/{id}", "/api/v1/conversations/{id}/messages",
            "/api/v1/turns/{id}/cancel", "/api/v1/turns/{id}/events", "/api/v1/workflows",
        ];
        expected.ShouldBeSubsetOf(document.GetProperty("paths").EnumerateObject().Select(path => path.Name));
    }

    [Fact]
    public async Task The_service_says_what_answers_and_from_which_data()
    {
        var about = await host.Client.GetFromJsonAsync<JsonElement>("/api/v1/about");

        about.GetProperty("data_source").GetString().ShouldBe("demo");
        about.GetProperty("model").GetString().ShouldBe("offline");
        about.GetProperty("time_zone").GetString().ShouldBe("Europe/Amsterdam");
        about.GetProperty("examples").GetArrayLength().ShouldBe(3);
    }

    [Fact]
    public async Task Each_example_question_is_answered()
    {
        var about = await host.Client.GetFromJsonAsync<JsonElement>("/api/v1/about");

        foreach (var question in about.GetProperty("examples").EnumerateArray())
        {
            var turn = await host.AskAsync(question.GetString()!);
            turn.Last.GetProperty("result").GetProperty("outcome").GetString().ShouldBe("answer", question.GetString());
        }
    }

    [Theory]
    [InlineData("GET", "/api/v1/nothing", "application/json", 404)]
    [InlineData("DELETE", "/api/v1/chat", "application/json", 405)]
    [InlineData("POST", "/api/v1/chat", "text/plain", 415)]
    [InlineData("GET", "/agui", "application/json", 405)]
    public async Task What_the_server_refuses_by_itself_comes_with_a_sentence(string method, string path, string type, int status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = new StringContent("{}", Encoding.UTF8, type) };

        using var response = await host.Client.SendAsync(request);

        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        ((int)response.StatusCode).ShouldBe(status);
        problem.GetProperty("title").GetString().ShouldNotBeNullOrEmpty();
        problem.GetProperty("detail").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task What_the_request_is_to_blame_for_is_not_said_to_be_our_fault()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/lab/lab.js");
        request.Headers.Range = new(100_000_000, null);

        using var response = await host.Client.SendAsync(request);

        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        response.StatusCode.ShouldBe(HttpStatusCode.RequestedRangeNotSatisfiable);
        problem.GetProperty("code").GetString().ShouldBe("bad_request");
        problem.GetProperty("detail").GetString().ShouldNotBeNull().ShouldStartWith("The request");
    }

    [Fact]
    public async Task An_unknown_path_is_a_problem_with_a_code()
    {
        using var response = await host.Client.GetAsync("/api/v1/nothing");

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe("not_found");
    }

    [Fact]
    public async Task A_body_that_is_no_json_is_refused_with_a_code()
    {
        using var content = new StringContent("message=hi", System.Text.Encoding.UTF8, "text/plain");

        using var response = await host.Client.PostAsync("/api/v1/chat", content);

        response.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe("unsupported_media_type");
    }
}
