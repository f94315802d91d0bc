using System.Text.Json;

namespace PromptLab.Workflows.Evaluators;

/// <summary>Holds a JSON value against a schema that <see cref="JsonSchemaSupport"/> found usable.</summary>
internal sealed class JsonSchemaRun(JsonElement root)
{
    // A schema that refers to itself without taking a step into the value would never end.
    private const int Deepest = 200;

    // A schema that refers to itself several times takes twice as long with every level.
    private const int Most = 200_000;
    private int _checks;

    /// <summary>Whether it was given up: what was found then says nothing.</summary>
    public bool IsTooMuch => _checks > Most;

    /// <summary>Everything that does not fit, each with its place.</summary>
    public IReadOnlyList<string> Problems(JsonElement value) => [.. Check(root, value, "$", 0)];

    private IEnumerable<string> Check(JsonElement schema, JsonElement value, string at, int depth)
    {
        if (++_checks > Most)
        {
            return [];
        }

        if (depth > Deepest)
        {
            return [$"{at} cannot be checked: the schema refers to itself without end."];
        }

        return schema.ValueKind switch
        {
            JsonValueKind.True => [],
            JsonValueKind.False => [$"{at} is not allowed."],
            _ =>
            [
                .. Combined(schema, value, at, depth + 1),
                .. JsonSchemaValue.Problems(schema, value, at),
                .. value.ValueKind == JsonValueKind.Object ? Members(schema, value, at, depth + 1) : [],
                .. value.ValueKind == JsonValueKind.Array ? Items(schema, value, at, depth + 1) : [],
            ],
        };
    }

    private bool Fits(JsonElement schema, JsonElement value, int depth) => !Check(schema, value, "$", depth).Any();

    private IEnumerable<string> Combined(JsonElement schema, JsonElement value, string at, int depth)
    {
        if (schema.TryGetProperty("$ref", out var reference) && JsonSchemaReference.Find(root, reference) is { } target)
        {
            foreach (var problem in Check(target, value, at, depth))
            {
                yield return problem;
            }
        }

        if (schema.TryGetProperty("allOf", out var all))
        {
            foreach (var problem in all.EnumerateArray().SelectMany(one => Check(one, value, at, depth)))
            {
                yield return problem;
            }
        }

        if (schema.TryGetProperty("anyOf", out var any) && !any.EnumerateArray().Any(one => Fits(one, value, depth)))
        {
            yield return $"{at} fits none of anyOf.";
        }

        if (schema.TryGetProperty("oneOf", out var several) && several.EnumerateArray().Count(one => Fits(one, value, depth)) is var fitting and not 1)
        {
            yield return $"{at} fits {fitting} of oneOf, and should fit one.";
        }

        if (schema.TryGetProperty("not", out var not) && Fits(not, value, depth))
        {
            yield return $"{at} is what it must not be.";
        }

        if (schema.TryGetProperty("if", out var condition) && schema.TryGetProperty(Fits(condition, value, depth) ? "then" : "else", out var branch))
        {
            foreach (var problem in Check(branch, value, at, depth))
            {
                yield return problem;
            }
        }
    }

    private IEnumerable<string> Members(JsonElement schema, JsonElement value, string at, int depth)
    {
        foreach (var member in value.EnumerateObject())
        {
            var place = $"{at}.{member.Name}";
            var rules = JsonSchemaMembers.RulesOf(schema, member.Name);
            foreach (var problem in rules.SelectMany(rule => Check(rule, member.Value, place, depth)))
            {
                yield return problem;
            }

            if (schema.TryGetProperty("propertyNames", out var names) && !Fits(names, JsonSerializer.SerializeToElement(member.Name), depth))
            {
                yield return $"{place} has a name that is not allowed.";
            }
        }
    }

    private IEnumerable<string> Items(JsonElement schema, JsonElement value, string at, int depth)
    {
        JsonElement[] first = schema.TryGetProperty("prefixItems", out var prefix) ? [.. prefix.EnumerateArray()] : [];
        var hasRest = schema.TryGetProperty("items", out var rest);
        foreach (var (index, item) in value.EnumerateArray().Index())
        {
            JsonElement? rule = index < first.Length ? first[index] : hasRest ? rest : null;
            foreach (var problem in rule is { } found ? Check(found, item, $"{at}[{index}]", depth) : [])
            {
                yield return problem;
            }
        }

        if (schema.TryGetProperty("contains", out var contained) && !value.EnumerateArray().Any(item => Fits(contained, item, depth)))
        {
            yield return $"{at} has no item of the kind that it must contain.";
        }
    }
}
