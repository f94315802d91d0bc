using Microsoft.AspNetCore.Http;
using PromptLab.Host.Hosting;

namespace PromptLab.Host.Tests.Hosting;

public sealed class PublicAddressTests
{
    [Theory]
    [InlineData("promptlab.example:5080", "http://promptlab.example:5080/")]
    [InlineData("", "http://localhost/")]
    [InlineData("%", "http://localhost/")]
    public void Without_a_setting_it_is_as_the_request_came_if_that_can_be_an_address(string host, string expected)
    {
        var http = new DefaultHttpContext();
        (http.Request.Scheme, http.Request.Host) = ("http", new HostString(host));

        var address = new PublicAddress(null).Of(http.Request);

        address.ToString().ShouldBe(expected);
    }
}
