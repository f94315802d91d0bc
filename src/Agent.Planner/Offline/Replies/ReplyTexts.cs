using PromptLab.Planner.Offline.Refusals;
using PromptLab.Planner.Offline.Turns;

namespace PromptLab.Planner.Offline.Replies;

/// <summary>What the offline planner says when no tool fits. It does not converse, so it says what is possible.</summary>
internal static class ReplyTexts
{
    private const string Possible =
        "I can rank landing pages and offers, summarise performance, export reports, check default pages and paused partners, look up partners and offers, create tracking links and run your prompt templates.";

    public static Decision Help { get; } = new Decision.Reply("help", $"""
        {Possible} For example:
        - Which landing page is best for Summer Promo in Germany last month?
        - Top 5 offers by revenue this month
        - Weekly summary by offer
        - Export the fraud report for last week
        - Tracking link for partner 12345 on offer 1002
        """);

    public static Decision Greeting { get; } = new Decision.Reply("smalltalk", "Hello! Ask me about landing pages, offers, partners or reports; \"help\" shows examples.");

    public static Decision Thanks { get; } = new Decision.Reply("smalltalk", "You are welcome.");

    public static Decision Dropped { get; } = new Decision.Reply("smalltalk", "All right, I leave it at that.");

    public static Decision NothingToConfirm { get; } =
        new Decision.Reply("clarify", "Nothing is waiting for a yes or no right now. What would you like to see: landing pages, top offers, a summary, a report, or a tracking link?");

    public static Decision StillPending { get; } =
        new Decision.Reply("clarify", "The action above is still waiting. Say yes to go ahead, no to cancel it, or tell me what to change: the partner, the offer or the landing page.");

    public static Decision Unclear { get; } =
        new Decision.Reply("clarify", $"I did not understand that. {Possible} Which of these do you need?");

    public static Decision WhichOffer { get; } =
        new Decision.Reply("clarify", "What would you like to see of this offer: its best landing pages, a stats report as a file, its conversions, or a tracking link for a partner?");

    public static Decision WhichPartner { get; } =
        new Decision.Reply("clarify", "What do you need for this partner: a tracking link, a stats or conversions report, or its id?");

    public static Decision WhichData { get; } =
        new Decision.Reply("clarify", "Which figures do you need: top landing pages of an offer, top offers, a performance summary by country or offer, or a report as a file?");

    public static Decision OneCountry(IEnumerable<string> codes) =>
        new Decision.Reply("clarify", $"I can filter by one country at a time. Which one: {string.Join(" or ", codes)}? A summary by country shows all of them.");

    public static Decision OneAtATime { get; } =
        new Decision.Reply("clarify", "I create one tracking link at a time. For which partner and offer shall I begin?");

    public static Decision TopOnly { get; } =
        new Decision.Reply("clarify", "I can only rank from the top. Shall I show the best ones, with a larger number of places, or export the stats so that you can sort them?");

    public static Decision AnsweredBy(string template, string version, string who) =>
        new Decision.Reply("help", $"Version {version} of the template {template} answered that, by way of: {who}. Its prompt, values and figures are in the lab, under Executions.");

    public static Decision AnsweredEarlier(string template) =>
        new Decision.Reply("help", $"That was the template {template}. The lab lists its runs under Executions, each with its version, prompt and model.");

    public static Decision Refuse(RefusalTopic topic) => new Decision.Reply("refuse", topic switch
    {
        RefusalTopic.Secret => $"Keys, passwords and personal data are never shown here. {Possible}",
        RefusalTopic.Prompt => $"I do not show or change my instructions. {Possible}",
        RefusalTopic.Override => $"The rules of approval and safety stay on. {Possible}",
        RefusalTopic.Write => "I do not change or delete anything in the network; please do that in Everflow. The one thing I can write is a tracking link, which asks for your yes before a partner is approved.",
        RefusalTopic.Schedule => "I cannot schedule or subscribe to things from here. I can run a report, a summary or a check for you right now.",
        RefusalTopic.Competitor => "I only see the data of your own network, none of competitors. I can rank your offers and landing pages or summarise your performance.",
        RefusalTopic.Message => "I cannot send messages or mails. I can make the report or the tracking link, and you send it.",
        RefusalTopic.Forecast => "I show what has happened, I do not forecast. I can compare a past period with the one before.",
        _ => $"That is outside what I can do. {Possible}",
    });
}
