using System.Text;
using System.Text.Json.Nodes;
using PromptLab.Plugins.Tools;

namespace PromptLab.Plugins.Rendering;

/// <summary>The resolved request, shown with every answer so that nobody has to trust an invisible interpretation.</summary>
internal static class RequestHeader
{
    /// <summary><c>Offer: Summer Promo 2024 (1001) · Germany · 2024-12-01 – 2024-12-31 (Europe/Amsterdam) · EUR · min. 20 conversions</c>.</summary>
    public static void Append(StringBuilder markdown, ResolvedRequest request)
    {
        for (var at = 0; at < request.Chips.Count; at++)
        {
            var chip = request.Chips[at];
            markdown.Append(at == 0 ? "*" : " · ");
            if (chip.Argument is "offer" or "partner" or "landing_page")
            {
                markdown.Append(chip.Label).Append(": ");
            }

            MarkdownText.Append(markdown, chip.Value);
        }

        markdown.Append(request.Chips.Count > 0 ? "*\n\n" : "");
        foreach (var note in request.Notes)
        {
            markdown.Append("> ").Append(note).Append("\n\n");
        }
    }

    public static string Markdown(ResolvedRequest request)
    {
        var markdown = new StringBuilder(256);
        Append(markdown, request);
        return markdown.ToString();
    }

    /// <summary>The same for the digest of a model: one line of plain text.</summary>
    public static void AppendPlain(StringBuilder digest, ResolvedRequest request)
    {
        digest.Append(request.Tool).Append(": ");
        foreach (var chip in request.Chips)
        {
            digest.Append(chip.Label).Append("=\"").Append(DigestText.Clean(chip.Value)).Append("\"; ");
        }

        digest.Append('\n');
    }

    public static JsonObject ToJson(ResolvedRequest request) => new()
    {
        ["tool"] = request.Tool,
        ["args"] = request.Arguments.DeepClone(),
        ["chips"] = new JsonArray([.. request.Chips.Select(chip => new JsonObject
        {
            ["argument"] = chip.Argument,
            ["label"] = chip.Label,
            ["value"] = chip.Value,
            ["is_default"] = chip.IsDefault,
        })]),
    };
}
