namespace PromptLab.Host.Tests.Browser;

/// <summary>Tests of the page run one after another and share a browser: several at once only slow each other down.</summary>
[CollectionDefinition(Name)]
public sealed class OneBrowser : ICollectionFixture<Chromium>
{
    public const string Name = "browser";
}
