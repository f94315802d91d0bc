using System.ComponentModel;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace PromptLab.Host.Tests.Browser;

/// <summary>
/// A test that opens pages. What they complained about is part of its failure, and they are closed at its end: pages that stay open
/// follow their feeds for the rest of the run, and the browser grows with each of them.
/// </summary>
public sealed class PageTestCase : XunitTestCase
{
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("The test runner reads it from its own notes.")]
    public PageTestCase()
    {
    }

    public PageTestCase(IMessageSink diagnostics, TestMethodDisplay display, TestMethodDisplayOptions displayOptions, ITestMethod method)
        : base(diagnostics, display, displayOptions, method)
    {
    }

    public override async Task<RunSummary> RunAsync(
        IMessageSink diagnosticMessageSink, IMessageBus messageBus, object[] constructorArguments, ExceptionAggregator aggregator, CancellationTokenSource cancellationTokenSource)
    {
        if (constructorArguments.OfType<Chromium>().SingleOrDefault() is not { } chromium)
        {
            return await base.RunAsync(diagnosticMessageSink, messageBus, constructorArguments, aggregator, cancellationTokenSource);
        }

        using var telling = new TellingBus(messageBus, chromium);
        var summary = await base.RunAsync(diagnosticMessageSink, telling, constructorArguments, aggregator, cancellationTokenSource);
        await chromium.CloseAsync();
        return summary;
    }

    private sealed class TellingBus(IMessageBus bus, Chromium chromium) : IMessageBus
    {
        public bool QueueMessage(IMessageSinkMessage message) => bus.QueueMessage(message is ITestFailed failed ? Tell(failed) : message);

        public void Dispose()
        {
            // The bus is the runner's own.
        }

        private TestFailed Tell(ITestFailed failed) => new(
            failed.Test, failed.ExecutionTime, failed.Output, failed.ExceptionTypes,
            [.. failed.Messages.Select((text, place) => place == 0 ? $"{text}\n{chromium.Describe()}" : text)], failed.StackTraces, failed.ExceptionParentIndices);
    }
}
