using System.Text.Json;
using PromptLab.Workflows.Evaluators;

namespace PromptLab.Workflows.Tests.Evaluators;

public sealed class JsonSchemaTests
{
    private static CheckResult Run(string schema, string output) =>
        OutputChecks.Run(new("j", EvaluatorKind.JsonSchema) { Schema = JsonElement.Parse(schema) }, output, null);

    [Theory]
    [InlineData("""{"properties":{"a":{"maxLength":5}}}""", """{"a":"\ud83d"}""")]
    [InlineData("""{"additionalProperties":{"type":"number"}}""", """{"\ud83d":1}""")]
    [InlineData("""{"enum":["x"]}""", "\"\\ud83d\"")]
    public void Half_a_character_in_the_output_is_told(string schema, string output)
    {
        var finding = Run(schema, output);

        (finding.Passed, finding.Detail).ShouldBe((false, "The output has a text with half a character in it, such as \"\\ud83d\" alone."));
    }

    [Fact]
    public void A_schema_that_refers_to_itself_again_and_again_is_given_up()
    {
        var finding = Run("""{"allOf":[{"$ref":"#"},{"$ref":"#"}]}""", "1");

        finding.Passed.ShouldBeNull();
        finding.Detail.ShouldContain("too many steps");
    }

    [Theory]
    [InlineData("""{"type":"string"}""", "\"a\"", "1")]
    [InlineData("""{"type":"integer"}""", "1.0", "1.5")]
    [InlineData("""{"type":["number","null"]}""", "null", "true")]
    [InlineData("""{"type":"boolean"}""", "true", "\"true\"")]
    [InlineData("""{"enum":["a",1,null]}""", "1", "\"b\"")]
    [InlineData("""{"const":{"a":[1]}}""", """{"a":[1]}""", """{"a":[2]}""")]
    [InlineData("""{"minimum":1,"maximum":3}""", "3", "4")]
    [InlineData("""{"exclusiveMinimum":1,"exclusiveMaximum":3}""", "2", "1")]
    [InlineData("""{"multipleOf":0.1}""", "0.3", "0.35")]
    [InlineData("""{"minLength":2,"maxLength":3}""", "\"👋👋\"", "\"👋\"")]
    [InlineData("""{"pattern":"^a+$"}""", "\"aa\"", "\"ab\"")]
    [InlineData("""{"format":"date"}""", "\"2025-01-15\"", "\"2025-02-30\"")]
    [InlineData("""{"format":"date-time"}""", "\"2025-01-15T12:00:00Z\"", "\"2025-01-15 12:00\"")]
    [InlineData("""{"format":"time"}""", "\"12:30:00Z\"", "\"25:00\"")]
    [InlineData("""{"format":"email"}""", "\"a@b.example\"", "\"Ann <a@b.example>\"")]
    [InlineData("""{"format":"uri"}""", "\"https://a.example/x\"", "\"/x\"")]
    [InlineData("""{"format":"uuid"}""", "\"0194678f-6d4e-7c3a-8b1e-3c9f5d2a7b60\"", "\"0194\"")]
    [InlineData("""{"format":"ipv4"}""", "\"10.0.0.1\"", "\"10.1\"")]
    [InlineData("""{"format":"ipv6"}""", "\"::1\"", "\"10.0.0.1\"")]
    [InlineData("""{"minItems":1,"maxItems":2}""", "[1]", "[]")]
    [InlineData("""{"uniqueItems":true}""", "[1,\"1\"]", "[{\"a\":1},{\"a\":1}]")]
    [InlineData("""{"prefixItems":[{"type":"string"}],"items":{"type":"number"}}""", "[\"a\",1,2]", "[\"a\",\"b\"]")]
    [InlineData("""{"contains":{"const":3}}""", "[1,3]", "[1]")]
    [InlineData("""{"required":["a"]}""", """{"a":null}""", """{"b":1}""")]
    [InlineData("""{"properties":{"a":{"type":"number"}},"additionalProperties":false}""", """{"a":1}""", """{"a":1,"b":1}""")]
    [InlineData("""{"patternProperties":{"^n_":{"type":"number"}},"additionalProperties":{"type":"string"}}""", """{"n_a":1,"b":"x"}""", """{"n_a":"x"}""")]
    [InlineData("""{"propertyNames":{"maxLength":2}}""", """{"ab":1}""", """{"abc":1}""")]
    [InlineData("""{"minProperties":1,"maxProperties":1}""", """{"a":1}""", """{"a":1,"b":2}""")]
    [InlineData("""{"anyOf":[{"type":"string"},{"minimum":5}]}""", "6", "4")]
    [InlineData("""{"oneOf":[{"multipleOf":2},{"multipleOf":3}]}""", "4", "6")]
    [InlineData("""{"allOf":[{"minimum":1},{"maximum":2}]}""", "2", "3")]
    [InlineData("""{"not":{"type":"null"}}""", "1", "null")]
    [InlineData("""{"if":{"minimum":10},"then":{"multipleOf":10},"else":{"maximum":5}}""", "20", "7")]
    [InlineData("""{"$defs":{"id":{"type":"integer"}},"properties":{"a":{"$ref":"#/$defs/id"}}}""", """{"a":1}""", """{"a":"1"}""")]
    [InlineData("""{"properties":{"next":{"$ref":"#"},"n":{"type":"number"}}}""", """{"next":{"next":{"n":1}}}""", """{"next":{"next":{"n":"x"}}}""")]
    [InlineData("false", "", "1")]
    public void A_keyword_lets_through_what_fits_and_nothing_else(string schema, string good, string bad)
    {
        JsonSchemaSupport.Problems(JsonElement.Parse(schema)).ShouldBeEmpty();
        if (good.Length > 0)
        {
            Run(schema, good).Passed.ShouldBe(true, Run(schema, good).Detail);
        }

        Run(schema, bad).Passed.ShouldBe(false);
    }

    [Fact]
    public void What_does_not_fit_is_told_with_its_place()
    {
        var finding = Run("""{"required":["b"],"properties":{"a":{"items":{"type":"string"}}}}""", """{"a":["x",2]}""");

        finding.Detail.ShouldBe("$ lacks b. $.a[1] is number, not string.");
    }

    [Theory]
    [InlineData("```json\n{}\n```"), InlineData(""), InlineData("{\"a\":1} and more"), InlineData("[1,]")]
    public void An_output_that_is_no_json_fails_with_the_place(string output)
    {
        var finding = Run("true", output);

        finding.Passed.ShouldBe(false);
        finding.Detail.ShouldStartWith("The output is no JSON: line ");
    }

    [Fact]
    public void Of_many_problems_the_first_are_told_and_the_rest_counted() =>
        Run("""{"items":{"type":"string"}}""", "[1,2,3,4,5,6,7]").Detail.ShouldEndWith("$[4] is number, not string. And 2 more.");

    [Fact]
    public void A_schema_that_refers_to_itself_without_end_fails_and_ends() =>
        Run("""{"$defs":{"a":{"$ref":"#/$defs/b"},"b":{"$ref":"#/$defs/a"}},"$ref":"#/$defs/a"}""", "1").Detail.ShouldContain("without end");

    [Fact]
    public void A_pattern_that_takes_too_long_is_an_error() => Run("""{"pattern":"^(a+)+$"}""", $"\"{new string('a', 40)}!\"").Passed.ShouldBeNull();

    [Theory]
    [InlineData("""{"unevaluatedProperties":false}""", "#/unevaluatedProperties is a keyword that is not supported here")]
    [InlineData("""{"properties":{"a":{"dependentRequired":{}}}}""", "#/properties/a/dependentRequired")]
    [InlineData("""{"type":"text"}""", "#/type must be one of object")]
    [InlineData("""{"type":[]}""", "#/type must be one of object")]
    [InlineData("""{"enum":1}""", "must be a list")]
    [InlineData("""{"required":[1]}""", "list of names")]
    [InlineData("""{"pattern":"("}""", "cannot be used")]
    [InlineData("""{"patternProperties":{"(":true}}""", "cannot be used")]
    [InlineData("""{"format":"hostname"}""", "not a format that is checked")]
    [InlineData("""{"minLength":-1}""", "whole number from 0")]
    [InlineData("""{"multipleOf":0}""", "must be a number")]
    [InlineData("""{"uniqueItems":1}""", "true or false")]
    [InlineData("""{"$ref":"#/$defs/none"}""", "points to nothing")]
    [InlineData("""{"$ref":"https://a.example/s"}""", "points to nothing")]
    [InlineData("""{"anyOf":{}}""", "a list of schemas")]
    [InlineData("""{"properties":[]}""", "an object of schemas")]
    [InlineData("""{"items":3}""", "is no schema")]
    [InlineData("\"x\"", "is no schema")]
    public void What_is_not_supported_is_told_when_it_is_saved(string schema, string problem) =>
        JsonSchemaSupport.Problems(JsonElement.Parse(schema)).ShouldHaveSingleItem().ShouldContain(problem);

    [Fact]
    public void A_schema_may_not_be_endlessly_deep()
    {
        var schema = string.Concat(Enumerable.Repeat("{\"items\":", 63)) + "{\"items\":{\"items\":true}}" + new string('}', 63);

        JsonSchemaSupport.Problems(JsonDocument.Parse(schema, new JsonDocumentOptions { MaxDepth = 200 }).RootElement).ShouldHaveSingleItem().ShouldContain("deeper than");
    }
}
