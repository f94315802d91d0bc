using System.Text;
using System.Text.Json;
using PromptLab.Everflow.Offers;
using PromptLab.Everflow.Transport;
using PromptLab.Everflow.Wire;

namespace PromptLab.Everflow.Tests.Transport;

public sealed class LenientJsonTests
{
    [Theory]
    [InlineData("{\"name\":\"two\nlines\"}", "two lines")]
    [InlineData("{\"name\":\"a\u0000b\u001fc\"}", "a b c")]
    [InlineData("{\n\t\"name\":\"tab\there\"\n}", "tab here")]
    [InlineData("{\"name\":\"\\\"quoted\\\"\r\"}", "\"quoted\" ")]
    [InlineData("{\"name\":\"back\\\\\",\"x\":\"\n\"}", "back\\")]
    public void Control_characters_inside_texts_become_spaces(string json, string name)
    {
        var offer = Read(Encoding.UTF8.GetBytes(json));

        offer.Name.ShouldBe(name);
    }

    [Fact]
    public void A_byte_order_mark_is_passed_over()
    {
        var offer = Read([0xEF, 0xBB, 0xBF, .. "{\"name\":\"x\"}"u8]);

        offer.Name.ShouldBe("x");
    }

    [Fact]
    public void Broken_utf8_is_marked_and_the_rest_kept()
    {
        var offer = Read([.. "{\"name\":\"caf"u8, 0xE9, .. "\"}"u8]);

        offer.Name.ShouldBe("caf\uFFFD");
    }

    [Theory]
    [InlineData("{\"name\":\"x\"")]
    [InlineData("{\"name\":\"\n")]
    [InlineData("nonsense")]
    [InlineData("null")]
    [InlineData("")]
    public void What_is_no_json_stays_refused(string json)
    {
        var read = () => Read(Encoding.UTF8.GetBytes(json));

        read.ShouldThrow<JsonException>();
    }

    private static OfferWire Read(byte[] json) => LenientJson.Deserialize(json, WireJson.Default.OfferWire);
}
