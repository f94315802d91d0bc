using Xunit.Abstractions;
using Xunit.Sdk;

namespace PromptLab.Host.Tests.Browser;

/// <summary>Makes a <see cref="PageTestCase"/> of each test with <see cref="PromptLab.Testing.Requirements.BrowserFactAttribute"/>.</summary>
public sealed class PageTestDiscoverer(IMessageSink diagnostics) : FactDiscoverer(diagnostics)
{
    protected override IXunitTestCase CreateTestCase(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        new PageTestCase(DiagnosticMessageSink, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod);
}
