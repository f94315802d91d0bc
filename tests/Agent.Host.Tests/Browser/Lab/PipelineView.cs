using Microsoft.Playwright;

namespace PromptLab.Host.Tests.Browser.Lab;

/// <summary>The page of a pipeline, as a person uses it.</summary>
internal sealed class PipelineView(LabPage lab)
{
    public ILocator Problems => lab.Page.GetByRole(AriaRole.Region, new() { Name = "Problems" });

    public ILocator Order => lab.Page.GetByRole(AriaRole.List, new() { Name = "Order of the steps" });

    public ILocator RunPanel => lab.Page.GetByRole(AriaRole.Region, new() { Name = "Run", Exact = true });

    public ILocator Steps => lab.Page.Locator(".step-card");

    /// <param name="number">1 for the first one.</param>
    public ILocator Step(int number) => Steps.Nth(number - 1);

    public ILocator Field(int step, string label) => Step(step).GetByLabel(label, new() { Exact = true });

    /// <summary>The value of a template's variable or a tool's argument.</summary>
    public ILocator Value(int step, string name) => Step(step).Locator($"[name='inputs.{name}'], [name='arguments.{name}']");

    public async Task AddInputAsync(string name)
    {
        await lab.Button("Add input").ClickAsync();
        await lab.Page.Locator(".input-row").Last.GetByLabel("Name").FillAsync(name);
    }

    public async Task AddToolAsync(string tool, string output)
    {
        await lab.Button("Add tool step").ClickAsync();
        var step = await Steps.CountAsync();
        await Field(step, "Tool").SelectOptionAsync(tool);
        await Field(step, "Output variable").FillAsync(output);
    }

    public async Task AddTemplateAsync(string id, string name, string output)
    {
        await lab.Button("Add template step").ClickAsync();
        var step = await Steps.CountAsync();
        await Field(step, "Template").SelectOptionAsync(id);
        await Field(step, "Name").FillAsync(name);
        await Field(step, "Output variable").FillAsync(output);
    }
}
