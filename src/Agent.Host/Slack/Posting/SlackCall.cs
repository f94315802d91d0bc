using System.Globalization;
using System.Text.Json;

namespace PromptLab.Host.Slack.Posting;

/// <summary>A call of a method: who calls, and with what. Arguments come in the query, as a form, or as a JSON object.</summary>
internal sealed record SlackCall(string Owner, Uri Origin, IReadOnlyDictionary<string, string> Arguments)
{
    /// <summary>Null when it is missing or empty.</summary>
    public string? Text(string name) => Arguments.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    public bool Flag(string name) => Text(name) is "true" or "1" or "True";

    /// <summary>Null when it is no number in range.</summary>
    public int? Number(string name, int usual, int least, int most) => Text(name) is not { } text ? usual
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
        : null;

    /// <summary>The arguments, or Slack's code of why they cannot be read.</summary>
    public static async Task<(string? Error, Dictionary<string, string> Arguments)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var arguments = request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal);
        if (request.HasFormContentType)
        {
            try
            {
                foreach (var (name, value) in await request.ReadFormAsync(cancellationToken))
                {
                    arguments[name] = value.ToString();
                }
            }
            catch (InvalidDataException)
            {
                return ("invalid_form_data", arguments);
            }
        }
        else if (request.HasJsonContentType())
        {
            return (await ReadJsonAsync(request, arguments, cancellationToken), arguments);
        }
        else if (request.ContentLength > 0)
        {
            return ("invalid_post_type", arguments);
        }

        return (null, arguments);
    }

    private static async Task<string?> ReadJsonAsync(HttpRequest request, Dictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, default, cancellationToken);
            if (body.RootElement.ValueKind != JsonValueKind.Object)
            {
                return "json_not_object";
            }

            foreach (var property in body.RootElement.EnumerateObject().Where(property => property.Value.ValueKind != JsonValueKind.Null))
            {
                arguments[property.Name] = property.Value.ToString();
            }

            return null;
        }
        catch (JsonException)
        {
            return "invalid_json";
        }
    }
}
