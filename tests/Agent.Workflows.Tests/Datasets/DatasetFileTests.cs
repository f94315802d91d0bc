using PromptLab.Workflows.Datasets;
using PromptLab.Workflows.Evaluators;

namespace PromptLab.Workflows.Tests.Datasets;

public sealed class DatasetFileTests
{
    private static Task<DatasetReading> CsvAsync(string text) => CsvDataset.ReadAsync(new StringReader(text), default);

    private static Task<DatasetReading> JsonAsync(string text) => JsonLinesDataset.ReadAsync(new StringReader(text), default);

    private static IEnumerable<int> Lines(DatasetReading reading) => reading.Problems.Select(problem => problem.Line);

    [Fact]
    public async Task A_column_is_a_variable_but_for_expected_and_note()
    {
        var reading = await CsvAsync("city,expected,note,country\r\nParis,\"a \"\"capital\"\", big\",why,France\r\n\r\nBonn,,,\r\n");

        reading.Problems.ShouldBeEmpty();
        var (first, second) = (reading.Rows[0], reading.Rows[1]);
        first.Variables.ShouldBe(new Dictionary<string, string> { ["city"] = "Paris", ["country"] = "France" });
        (Expectation.Text(first.Expected), first.Note).ShouldBe(("a \"capital\", big", "why"));
        second.Variables.ShouldBe(new Dictionary<string, string> { ["city"] = "Bonn" });
        (second.Expected, second.Note).ShouldBe((null, ""));
    }

    [Theory]
    [InlineData("a;expected\n1,5;2\n"), InlineData("a\texpected\n1,5\t2\n"), InlineData("\uFEFFa,expected\n\"1,5\",2")]
    public async Task Separators_are_found_and_a_mark_at_the_start_is_none_of_the_name(string text)
    {
        var row = (await CsvAsync(text.TrimStart('\uFEFF'))).Rows.ShouldHaveSingleItem();

        (row.Variables["a"], Expectation.Text(row.Expected)).ShouldBe(("1,5", "2"));
    }

    [Fact]
    public async Task Objects_are_expected_as_objects_and_what_only_looks_so_as_text()
    {
        var reading = await CsvAsync("a,expected\n1,\"{\"\"x\"\": 1}\"\n2,{curly\n");

        reading.Rows.Select(row => row.Expected!.Value.ValueKind.ToString()).ShouldBe(["Object", "String"]);
    }

    [Theory]
    [InlineData("""{"a":"\ud83d"}"""), InlineData("""{"\ud83d":"a"}"""), InlineData("""{"a":"b","expected":{"c":"\ud83d"}}"""), InlineData("""{"a":"b","note":"\ud83d"}""")]
    public async Task Half_a_character_is_told_with_its_line(string line)
    {
        var reading = await JsonAsync("{\"a\":\"1\"}\n" + line);

        Lines(reading).ShouldBe([2]);
    }

    [Fact]
    public async Task Every_bad_line_of_csv_is_told_with_its_number()
    {
        var reading = await CsvAsync("a,b\n1,2\n3\n\"line\nbreak\",4\n5,6,7\n8,x\"y\n,\n");

        Lines(reading).ShouldBe([3, 6, 7, 8]);
        reading.Problems.ShouldAllBe(problem => problem.Message.EndsWith('.'));
    }

    [Fact]
    public async Task Names_that_cannot_be_used_are_told_once()
    {
        var reading = await CsvAsync("first name,b,b\n1,2,3\n4,5,6\n");

        reading.Problems.Select(problem => problem.Line).ShouldBe([1, 1]);
        reading.Problems[0].Message.ShouldContain("“first name” is no variable name");
    }

    [Fact]
    public async Task A_file_with_nothing_in_it_is_told() => (await CsvAsync("")).Problems.ShouldHaveSingleItem().Message.ShouldContain("empty");

    [Fact]
    public async Task A_quote_that_is_never_closed_is_told() => Lines(await CsvAsync("a,b\n1,2\n\"3,4\n5,6\n")).ShouldContain(3);

    [Fact]
    public async Task Json_lines_are_nested_or_flat()
    {
        var reading = await JsonAsync(
            """
            {"variables":{"a":"x","n":1.5,"yes":true,"none":null},"expected":{"k":[1]},"note":"why"}

            {"a":"y","expected":42}
            """);

        reading.Problems.ShouldBeEmpty();
        reading.Rows[0].Variables.ShouldBe(new Dictionary<string, string> { ["a"] = "x", ["n"] = "1.5", ["yes"] = "true" });
        reading.Rows.Select(row => Expectation.Text(row.Expected)).ShouldBe(["""{"k":[1]}""", "42"]);
    }

    [Fact]
    public async Task Every_bad_json_line_is_told_with_its_number()
    {
        var reading = await JsonAsync("{\"a\":1}\n{\"a\":\n[1]\n{\"variables\":[1]}\n{\"variables\":{\"a\":{}}}\n{}\n{\"b c\":1}\n");

        Lines(reading).ShouldBe([2, 3, 4, 5, 6, 7]);
    }

    [Fact]
    public async Task More_problems_than_anybody_reads_are_counted()
    {
        var reading = await JsonAsync(string.Concat(Enumerable.Repeat("x\n", 1_100)));

        (reading.Problems.Count, reading.Problems[^1].Message).ShouldBe((1_001, "100 further problems are not listed."));
    }

    [Fact]
    public async Task Reading_ends_when_there_are_more_rows_than_fit()
    {
        var reading = await JsonAsync(string.Concat(Enumerable.Repeat("{\"a\":1}\n", DatasetCases.Most + 5)));

        reading.Problems.ShouldHaveSingleItem().ShouldBe(new(DatasetCases.Most + 1, "A dataset has at most 20000 rows. Split the file."));
    }

    [Fact]
    public async Task Rows_that_are_too_large_are_told()
    {
        var reading = await JsonAsync($$"""{"a":"{{new string('x', 50_001)}}","note":"{{new string('y', 2_001)}}","expected":"{{new string('z', 50_001)}}"}""");

        reading.Problems.Count.ShouldBe(3);
        (await JsonAsync("{" + string.Join(',', Enumerable.Range(0, 51).Select(number => $"\"v{number}\":1")) + "}")).Problems.ShouldHaveSingleItem();
        (await JsonAsync("{" + string.Join(',', Enumerable.Range(0, 5).Select(number => $"\"v{number}\":\"{new string('x', 45_000)}\"")) + "}")).Problems.ShouldHaveSingleItem();
    }
}
