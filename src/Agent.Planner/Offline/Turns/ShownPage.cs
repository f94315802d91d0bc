using System.Text.Json.Nodes;
using PromptLab.Planner.Offline.Names;
using PromptLab.Planner.Offline.Reading;
using PromptLab.Planner.Offline.State;
using PromptLab.Workflows.Entities;

namespace PromptLab.Planner.Offline.Turns;

/// <summary>What "that page" means: the page that the last answer put first, from the state or named in its text.</summary>
internal static class ShownPage
{
    public static JsonNode? Find(ConversationView view, NameFinder names, DateOnly today)
    {
        if (view.Shown.TryGetValue("landing_page", out var id))
        {
            return id;
        }

        var mentions = new MessageReader(names, today).Read(view.LastReply, null, false, false).Mentions;
        return mentions.FirstOrDefault(mention => mention.Id is { } number && names.HasId(EntityKind.LandingPage, number))?.Id
            ?? (JsonNode?)mentions.FirstOrDefault(mention => !mention.IsLoose && mention.MayBe(EntityKind.LandingPage))?.Text;
    }
}
