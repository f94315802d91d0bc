using System.Text.Json;
using System.Text.Json.Nodes;
using PromptLab.Host.Deliveries;

namespace PromptLab.Host.Tests.Deliveries;

public sealed class SlackMessageTests
{
    private static JsonElement Write(object payload) =>
        JsonElement.Parse(SlackMessage.Write(JsonSerializer.Serialize(payload)));

    private static string Section(JsonElement message, int block) =>
        message.GetProperty("blocks")[block].GetProperty("text").GetProperty("text").GetString()!;

    [Fact]
    public void Names_can_neither_mention_people_nor_make_links()
    {
        var message = Write(new { title = "A <!channel>", text = "**Bad** <https://evil.example|name> & co" });

        message.GetProperty("text").GetString().ShouldBe("A &lt;!channel&gt;");
        Section(message, 1).ShouldBe("*Bad* &lt;https://evil.example|name&gt; &amp; co");
    }

    [Fact]
    public void A_message_stays_within_the_limits_of_Slack()
    {
        var message = Write(new
        {
            title = new string('t', 400),
            text = new string('<', 4000),
            facts = Enumerable.Range(0, 60).Select(index => new { label = $"Fact {index}", value = new string('&', 3000) }),
            table = new { columns = new[] { "Partner", "Clicks" }, rows = Enumerable.Range(0, 500).Select(index => new object[] { $"Partner {index}", index }) },
        });

        Section(message, 0).Length.ShouldBe(150);
        Section(message, 1).Length.ShouldBeLessThanOrEqualTo(3000);
        Section(message, 1).ShouldEndWith("&lt;…");
        var blocks = message.GetProperty("blocks");
        blocks.GetArrayLength().ShouldBeLessThanOrEqualTo(50);
        blocks[2].GetProperty("fields").GetArrayLength().ShouldBe(10);
        blocks[2].GetProperty("fields")[0].GetProperty("text").GetString()!.Length.ShouldBeLessThanOrEqualTo(2000);
        var table = Section(message, blocks.GetArrayLength() - 1);
        table.Length.ShouldBeLessThanOrEqualTo(3000);
        table.ShouldContain(" more\n```");
    }

    [Fact]
    public void A_table_has_columns_of_equal_width()
    {
        var table = new JsonObject
        {
            ["columns"] = new JsonArray(new JsonObject { ["key"] = "partner", ["label"] = "Partner" }, "Clicks"),
            ["rows"] = new JsonArray(new JsonArray("Nova `x`", 120), new JsonArray("A", null)),
        };

        SlackTable.Write(table, 3000).ShouldBe("```\nPartner   Clicks\nNova 'x'  120\nA\n```");
    }

    [Fact]
    public void A_payload_without_anything_is_still_a_message() =>
        Write(new { }).GetProperty("text").GetString().ShouldBe("PromptLab");
}
