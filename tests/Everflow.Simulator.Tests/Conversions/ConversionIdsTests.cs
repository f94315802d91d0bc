using PromptLab.Simulator.Conversions;

namespace PromptLab.Simulator.Tests.Conversions;

public sealed class ConversionIdsTests
{
    private static readonly ConversionKey Key = new(31_234, 739_265, 17, true);

    [Fact]
    public void An_id_leads_back_to_its_place()
    {
        var ids = new ConversionIds(2024);

        var parsed = ids.Parse(ids.IdOf(Key));

        parsed.ShouldBe(Key);
    }

    [Fact]
    public void An_id_is_a_guid_without_dashes()
    {
        var ids = new ConversionIds(2024);

        var isGuid = Guid.TryParseExact(ids.IdOf(Key), "N", out _);

        isGuid.ShouldBeTrue();
    }

    [Fact]
    public void A_click_is_shared_by_conversion_and_event()
    {
        var ids = new ConversionIds(2024);

        ids.TransactionOf(Key).ShouldBe(ids.TransactionOf(Key with { IsEvent = false }));
        ids.IdOf(Key).ShouldNotBe(ids.IdOf(Key with { IsEvent = false }));
    }

    [Fact]
    public void An_id_of_another_network_is_not_taken()
    {
        var foreign = new ConversionIds(7).IdOf(Key);

        var parsed = new ConversionIds(2024).Parse(foreign);

        parsed.ShouldBeNull();
    }
}
