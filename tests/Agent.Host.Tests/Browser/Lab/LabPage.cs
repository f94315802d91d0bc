using Microsoft.Playwright;

namespace PromptLab.Host.Tests.Browser.Lab;

/// <summary>The prompt lab, as a person uses it.</summary>
public sealed class LabPage
{
    private readonly IPage _page;
    private readonly Uri _host;
    private readonly List<string> _complaints = [];
    private readonly HashSet<string> _hosts = [];

    internal LabPage(IPage page, Uri host)
    {
        _page = page;
        _host = host;
        page.Request += (_, request) => _hosts.Add(new Uri(request.Url).Authority);
        page.PageError += (_, error) => _complaints.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                _complaints.Add(message.Text);
            }
        };
    }

    /// <summary>Script errors, blocked resources and everything else the browser reported.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    /// <summary>Every host that was asked for something.</summary>
    public IReadOnlyCollection<string> Hosts => _hosts;

    public IPage Page => _page;

    /// <summary>The address behind the host.</summary>
    public string Place => new Uri(_page.Url).PathAndQuery;

    public ILocator Heading => _page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    /// <summary>The last short word; it stays here when it is not shown any more.</summary>
    public ILocator Toast => _page.Locator(".toast");

    public ILocator Alert => _page.Locator("main [role=alert]:visible");

    public ILocator Dialog => _page.Locator("dialog[open]");

    public ILocator Prompt => _page.GetByLabel("Prompt", new() { Exact = true });

    public ILocator Name => _page.GetByLabel("Name", new() { Exact = true });

    public ILocator SaveState => _page.Locator(".save-state");

    /// <summary>Each row of the table of inputs, by its variable.</summary>
    public ILocator Input(string variable) => _page.GetByRole(AriaRole.Table, new() { Name = "Inputs" }).GetByRole(AriaRole.Row).Filter(new() { Has = _page.Locator("code", new() { HasTextString = variable }) });

    /// <summary>The field of a variable where a template is run.</summary>
    public ILocator Variable(string name) => _page.Locator($"[name='variables.{name}']");

    public ILocator Output => _page.GetByRole(AriaRole.Region, new() { Name = "Output", Exact = true });

    public ILocator Figures => _page.Locator(".output-figures");

    public ILocator Rows(string table) => _page.GetByRole(AriaRole.Table, new() { Name = table }).Locator("tbody tr");

    public ILocator Button(string name) => _page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Link(string name) => _page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    public ILocator Difference(string what) => _page.GetByRole(AriaRole.Group, new() { Name = what });

    /// <summary>A run of a comparison, by its letter.</summary>
    public ILocator Run(string letter) => _page.GetByRole(AriaRole.Article, new() { Name = $"Run {letter}" });

    public async Task OpenAsync(string path)
    {
        await _page.GotoAsync(new Uri(_host, path).ToString());
        await Heading.WaitForAsync();
    }

    public Task UseKeyAsync(string key) => _page.AddInitScriptAsync($"localStorage.setItem('promptlab-lab:key', '{key}')");

    /// <summary>Another tab of the same browser.</summary>
    public async Task<LabPage> OpenTabAsync(string path)
    {
        var tab = new LabPage(await _page.Context.NewPageAsync(), _host);
        await tab.OpenAsync(path);
        return tab;
    }

    public Task SaveAsync() => _page.Keyboard.PressAsync("Control+s");

    public Task RunAsync() => _page.Keyboard.PressAsync("Control+Enter");

    /// <summary>Whether the page is wider than its window.</summary>
    public Task<bool> OverflowsAsync() => _page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth || document.querySelector('main').scrollWidth > document.querySelector('main').clientWidth");

    /// <summary>Of the background, from 0 (black) to 255.</summary>
    public async Task<double> BrightnessAsync()
    {
        const string script = "shell => getComputedStyle(shell).backgroundColor.match(/[0-9.]+/g).slice(0, 3).map(Number)";
        return (await _page.Locator(".shell").EvaluateAsync<double[]>(script)).Average();
    }
}
