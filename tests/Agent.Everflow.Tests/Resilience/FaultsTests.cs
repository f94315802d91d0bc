using System.Net;
using Polly.CircuitBreaker;
using Polly.Timeout;
using PromptLab.Everflow.Resilience;

namespace PromptLab.Everflow.Tests.Resilience;

public sealed class FaultsTests
{
    [Theory]
    [InlineData(400, EverflowFailure.BadRequest, false)]
    [InlineData(401, EverflowFailure.RejectedKey, false)]
    [InlineData(403, EverflowFailure.RejectedKey, false)]
    [InlineData(404, EverflowFailure.NotFound, false)]
    [InlineData(408, EverflowFailure.Timeout, true)]
    [InlineData(409, EverflowFailure.BadRequest, false)]
    [InlineData(429, EverflowFailure.RateLimited, true)]
    [InlineData(500, EverflowFailure.Unavailable, true)]
    [InlineData(503, EverflowFailure.Unavailable, true)]
    [InlineData(504, EverflowFailure.Timeout, true)]
    [InlineData(301, EverflowFailure.MalformedReply, false)]
    public void A_status_has_a_meaning(int status, EverflowFailure kind, bool isPassing)
    {
        Faults.KindOf((HttpStatusCode)status).ShouldBe(kind);
        Faults.IsPassing((HttpStatusCode)status).ShouldBe(isPassing);
    }

    public static TheoryData<Exception, EverflowFailure?, bool> Exceptions => new()
    {
        { new HttpRequestException(), EverflowFailure.Unavailable, true },
        { new IOException(), EverflowFailure.Unavailable, true },
        { new TimeoutRejectedException(), EverflowFailure.Timeout, true },
        { new BrokenCircuitException(), EverflowFailure.Unavailable, false },
        { new InvalidDataException(), EverflowFailure.MalformedReply, false },
        { new System.Text.Json.JsonException(), EverflowFailure.MalformedReply, false },
        { new NotSupportedException(), null, false },
        { new OperationCanceledException(), null, false },
    };

    [Theory]
    [MemberData(nameof(Exceptions), DisableDiscoveryEnumeration = true)]
    public void An_exception_has_a_meaning_or_is_a_bug(Exception exception, EverflowFailure? kind, bool isPassing)
    {
        Faults.KindOf(exception).ShouldBe(kind);
        Faults.IsPassing(exception).ShouldBe(isPassing);
    }

    [Fact]
    public void Each_kind_has_words_of_its_own()
    {
        var words = Enum.GetValues<EverflowFailure>().Select(Faults.Describe).ToArray();

        words.ShouldBeUnique();
        words.ShouldAllBe(text => text.StartsWith("Everflow"));
    }
}
