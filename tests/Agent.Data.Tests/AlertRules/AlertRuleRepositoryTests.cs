using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.AlertRules;
using PromptLab.Data.Databases;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Requirements;

namespace PromptLab.Data.Tests.AlertRules;

public sealed class AlertRuleRepositoryTests(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_rule_is_kept_as_it_was_saved(DatabaseProvider provider)
    {
        var rules = await RulesAsync(provider);
        var snooze = new DateTimeOffset(2025, 2, 1, 8, 0, 0, TimeSpan.Zero);

        var saved = await rules.SaveAsync(Rule() with { SnoozedUntil = snooze }, default);

        (await rules.FindAsync(saved.Id, default)).ShouldBe(saved);
        (saved.Name, saved.IsEnabled, saved.Definition, saved.SnoozedUntil).ShouldBe(("Rule", true, "{}", snooze));
        (await rules.ListAsync(default)).ShouldContain(saved);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Saving_again_keeps_the_beginning(DatabaseProvider provider)
    {
        var rules = await RulesAsync(provider);
        var first = await rules.SaveAsync(Rule(), default);

        var second = await rules.SaveAsync(first with { Name = "Other", IsEnabled = false, CreatedBy = "bob" }, default);

        (second.Name, second.IsEnabled, second.CreatedBy, second.CreatedAt).ShouldBe(("Other", false, "ann", first.CreatedAt));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_configured_rule_that_was_switched_off_stays_off(DatabaseProvider provider)
    {
        var rules = await RulesAsync(provider);
        var rule = Rule() with { IsConfigured = true };
        await rules.ConfigureAsync(rule, default);
        await rules.SaveAsync(rule with { IsEnabled = false }, default);

        await rules.ConfigureAsync(rule with { Definition = """{"new":1}""" }, default);

        var found = (await rules.FindAsync(rule.Id, default))!;
        (found.IsEnabled, found.Definition).ShouldBe((false, """{"new":1}"""));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_deleted_rule_is_gone_until_it_is_configured_again(DatabaseProvider provider)
    {
        var rules = await RulesAsync(provider);
        var rule = Rule() with { IsConfigured = true };
        await rules.ConfigureAsync(rule, default);

        (await rules.DeleteAsync(rule.Id, default)).ShouldBeTrue();
        (await rules.DeleteAsync(rule.Id, default)).ShouldBeFalse();
        (await rules.FindAsync(rule.Id, default)).ShouldBeNull();
        (await rules.ListAsync(default)).ShouldNotContain(row => row.Id == rule.Id);
        await rules.ConfigureAsync(rule, default);

        (await rules.FindAsync(rule.Id, default)).ShouldNotBeNull();
    }

    private async Task<AlertRuleRepository> RulesAsync(DatabaseProvider provider) => (await databases.OnAsync(provider)).GetRequiredService<AlertRuleRepository>();

    private static AlertRuleRow Rule() =>
        new() { Id = Guid.CreateVersion7(), Name = "Rule", Kind = "default_pages", IsEnabled = true, Definition = "{}", CreatedBy = "ann" };
}
