using PromptLab.Workflows.Pipelines;
using PromptLab.Workflows.Templates;
using static PromptLab.Workflows.Tests.Pipelines.PipelineScene;

namespace PromptLab.Workflows.Tests.Pipelines;

public sealed class PipelineCheckTests
{
    private readonly PipelineScene _scene = new();

    [Fact]
    public void A_pipeline_whose_steps_feed_each_other_is_fine()
    {
        var definition = Pipeline(
            "period", Tool("figures", ("date_range", "{{period}}")) with { Output = "figures" },
            _scene.Step("summary", "Sum up {{text}}", "summary") with { Inputs = new Dictionary<string, string> { ["text"] = "Of {{period}}: {{figures}}" } },
            _scene.Step("mail", "Mail {{summary}}", "mail"));

        var findings = _scene.Check(definition);

        findings.Problems.ShouldBeEmpty();
        findings.Order.ShouldBe([["figures"], ["summary"], ["mail"]]);
    }

    [Fact]
    public void All_problems_come_in_one_answer_each_with_its_place()
    {
        var definition = Pipeline(
            "period period 1st", new PipelineStep("a", PipelineStepKind.Template) { Output = "period" }, Tool("a", ("colour", "red")) with { After = ["nobody"] },
            new PipelineStep("", "magic"), _scene.Step("b", "{{x}}", "not a name") with { Provider = "moon", Fallback = "mars" }) with
        { Output = "nothing" };

        var fields = _scene.Errors(definition);

        fields.Distinct().ShouldBe(
            [
                "inputs[2]", "inputs", "steps[0].template_id", "steps[1].arguments.colour", "steps[1].arguments.date_range", "steps[2].kind", "steps[3].provider",
                "steps[3].fallback", "steps[3].inputs.x", "steps[1].name", "steps[1].after", "steps[2].name", "steps[3].output", "steps[0].output", "output",
            ],
            ignoreOrder: true);
    }

    [Fact]
    public void A_pipeline_without_steps_or_name_is_told_so()
    {
        var findings = PipelineCheck.Of(new PipelineDraft(" \n", new string('x', 2001), [""], Pipeline("")), [], _scene.Surroundings);

        findings.Problems.Select(problem => problem.Field).ShouldBe(["name", "description", "tags", "steps"]);
        findings.HasErrors.ShouldBeTrue();
    }

    [Fact]
    public void A_variable_that_is_nowhere_is_undefined_wherever_it_is_used()
    {
        var definition = Pipeline(
            "", Tool("figures", ("date_range", "{{when}}")) with { When = new("mood", ConditionOperator.NotEmpty, null) },
            _scene.Step("summary", "{{text}}") with { Inputs = new Dictionary<string, string> { ["text"] = "{{figures}}" } });

        _scene.Errors(definition).ShouldBe(["steps[0].arguments.date_range", "steps[0].when.variable", "steps[1].inputs.text"]);
    }

    [Fact]
    public void What_is_not_used_is_a_warning_and_the_last_output_is_used_by_the_run()
    {
        var definition = Pipeline("period", _scene.Step("one", "Hi", "first"), _scene.Step("two", "Hi", "second"));

        _scene.Warnings(definition).ShouldBe(["inputs[0]", "steps[0].output"]);
        _scene.Warnings(definition with { Output = "first" }).ShouldBe(["inputs[0]", "steps[1].output"]);
    }

    [Fact]
    public void With_a_template_that_is_not_known_what_is_not_used_by_the_others_is_told_with_it()
    {
        var definition = Pipeline("period", new PipelineStep("one", PipelineStepKind.Template) { TemplateId = Guid.CreateVersion7() });

        _scene.Check(definition).Problems.Select(problem => (problem.IsError, problem.Message)).ShouldBe(
        [
            (true, "There is no such template among yours. Choose one that you can see."),
            (false, "No step whose template is known uses the input period."),
        ]);
    }

    [Fact]
    public void An_output_may_neither_hide_an_input_nor_be_there_twice()
    {
        var definition = Pipeline("text", _scene.Step("one", "{{text}}", "text"), _scene.Step("two", "Hi", "out"), _scene.Step("three", "{{out}}", "out"));

        _scene.Check(definition).Problems.Where(problem => problem.IsError && problem.Field.EndsWith(".output", StringComparison.Ordinal)).Select(problem => problem.Message).ShouldBe(
            ["The output text would hide the input of the same name: call it differently.", "The step two has the output out already: call this one differently."]);
    }

    [Fact]
    public void Versions_and_labels_that_a_template_does_not_have_are_told()
    {
        var step = _scene.Step("one", "Hi");
        var template = _scene.Found(step).Template;

        var version = _scene.Check(Pipeline("", step with { Version = 9 }), (0, new StepTemplate.VersionUnknown(template, 9)));
        var label = _scene.Check(Pipeline("", step with { Label = "production", Version = 1 }), (0, new StepTemplate.LabelUnknown(template, "production")));

        version.Problems.Select(problem => (problem.Field, problem.Message)).ShouldBe([("steps[0].version", "The template one has no version 9; its newest is 1.")]);
        label.Problems.Select(problem => problem.Message)
            .ShouldBe(["Give a version or a label, not both.", "The template one has no label production. It has staging."]);
    }

    [Fact]
    public void A_template_gets_a_value_for_everything_that_it_needs_and_nothing_else()
    {
        var id = _scene.Template("Pitch", "{{offer}} {{words}} {{tone}}", new("words", TemplateInputType.WholeNumber, "", "50", true, []), Input("offer"));
        var step = new PipelineStep("one", PipelineStepKind.Template)
        {
            TemplateId = id,
            Inputs = new Dictionary<string, string> { ["words"] = "many", ["colour"] = "red", ["offer"] = "{{ broken" },
            Parameters = new ModelParameters(Temperature: 9),
        };

        _scene.Errors(Pipeline("", step)).ShouldBe(
            ["steps[0].parameters.temperature", "steps[0].inputs.offer", "steps[0].inputs.tone", "steps[0].inputs.colour", "steps[0].inputs.words"]);
    }

    [Theory]
    [InlineData(null, "Choose the workflow tool")]
    [InlineData("dance", "There is no tool dance")]
    [InlineData("approve", "approve changes the network.")]
    public void Only_tools_that_exist_and_read_can_be_called(string? tool, string problem)
    {
        var step = new PipelineStep("one", PipelineStepKind.Tool) { Tool = tool };

        _scene.Check(Pipeline("", step)).Problems.ShouldHaveSingleItem().Message.ShouldStartWith(problem);
    }

    [Theory]
    [InlineData("group_by", "colour", "group_by must be one of country, offer.")]
    [InlineData("top_n", "ten", "top_n must be a whole number.")]
    [InlineData("compare", "maybe", "compare must be true or false.")]
    [InlineData("share", "much", "share must be a number such as 12.5.")]
    public void An_argument_of_the_wrong_type_is_told(string argument, string text, string problem)
    {
        var step = Tool("one", ("date_range", "last week"), (argument, text));

        _scene.Check(Pipeline("", step)).Problems.ShouldHaveSingleItem().ShouldBe(new PipelineProblem($"steps[0].arguments.{argument}", problem, "error"));
    }

    [Fact]
    public void An_argument_that_comes_from_a_variable_is_taken()
    {
        var step = Tool("one", ("date_range", "last week"), ("group_by", "{{how}}"), ("top_n", "{{how}}"));

        _scene.Errors(Pipeline("how", step)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("resembles", "x", "when.operator")]
    [InlineData("equals", null, "when.value")]
    [InlineData("greater", "much", "when.value")]
    [InlineData("matches", "(", "when.value")]
    [InlineData("matches", "(?<=a)b", "when.value")]
    public void A_condition_that_cannot_be_decided_is_told(string comparison, string? value, string field)
    {
        var step = Tool("one", ("date_range", "last week")) with { When = new("mood", comparison, value) };

        _scene.Errors(Pipeline("mood", step)).ShouldBe([$"steps[0].{field}"]);
    }

    [Fact]
    public void Steps_that_wait_for_each_other_are_named_in_their_circle()
    {
        var definition = Pipeline(
            "", _scene.Step("a", "{{c}}", "a"), _scene.Step("b", "{{a}}", "b"), _scene.Step("c", "{{b}}", "c"), _scene.Step("behind", "{{c}}"),
            _scene.Step("alone", "Hi") with { After = ["late"] }, _scene.Step("late", "Hi") with { After = ["alone"] });

        var findings = _scene.Check(definition);

        findings.Problems.Where(problem => problem.IsError).Select(problem => (problem.Field, problem.Message)).ShouldBe(
            [
                ("steps[0]", "These steps wait for each other, so none of them can run: a → c → b → a."),
                ("steps[4]", "These steps wait for each other, so none of them can run: alone → late → alone."),
            ]);
        findings.Order.ShouldBeEmpty();
    }

    [Fact]
    public void A_step_that_waits_for_itself_is_told()
    {
        var definition = Pipeline(
            "", Tool("a", ("date_range", "{{a}}")) with { Output = "a" }, _scene.Step("b", "Hi") with { After = ["b"] });

        _scene.Errors(definition).ShouldBe(["steps[1].after", "steps[0]", "steps[1]"]);
    }

    [Fact]
    public void Steps_without_a_tie_between_them_run_side_by_side()
    {
        var definition = Pipeline(
            "text", _scene.Step("left", "{{text}}", "left"), _scene.Step("right", "{{text}}", "right"), _scene.Step("both", "{{left}} {{right}}", "both"),
            _scene.Step("if", "Hi") with { When = new("both", ConditionOperator.Contains, "x") }, _scene.Step("after", "Hi") with { After = ["left"] });

        _scene.Check(definition).Order.ShouldBe([["left", "right"], ["both", "after"], ["if"]]);
    }
}
