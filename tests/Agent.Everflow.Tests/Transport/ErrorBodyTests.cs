using System.Text;
using PromptLab.Everflow.Transport;

namespace PromptLab.Everflow.Tests.Transport;

public sealed class ErrorBodyTests
{
    [Theory]
    [InlineData("""{"Error":"Out of realm"}""", "Out of realm")]
    [InlineData("""{"error":"Out of realm"}""", "Out of realm")]
    [InlineData("""{"code":8,"details":{"error":"inner"},"message":"Out of realm"}""", "Out of realm")]
    [InlineData("""{"error":{"code":1},"Message":"Out of realm"}""", "Out of realm")]
    public void The_networks_words_are_found(string body, string expected)
    {
        var message = ErrorBody.Read(Encoding.UTF8.GetBytes(body));

        message.ShouldBe(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"error\"")]
    [InlineData("<html></html>")]
    [InlineData("{\"error\":\"line\nbreak\"}")]
    public void Other_bodies_have_none(string body)
    {
        var message = ErrorBody.Read(Encoding.UTF8.GetBytes(body));

        message.ShouldBeNull();
    }

    [Fact]
    public void A_long_text_is_cut()
    {
        var message = ErrorBody.Read(Encoding.UTF8.GetBytes($$"""{"Error":"{{new string('x', 2000)}}"}"""));

        message!.Length.ShouldBe(500);
    }
}
