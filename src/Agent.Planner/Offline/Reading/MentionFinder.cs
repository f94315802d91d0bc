using System.Globalization;
using PromptLab.Planner.Offline.Names;
using PromptLab.Planner.Offline.Vocabulary;
using PromptLab.Workflows.Entities;
using PromptLab.Workflows.Words;

namespace PromptLab.Planner.Offline.Reading;

/// <summary>Turns name hints and numbers into mentions, with the role that "partner", "offer" or "page" beside them gives.</summary>
internal sealed class MentionFinder(IReadOnlyList<Word> words, IReadOnlyList<ConceptHit> hits, NameFinder names)
{
    private const int ShortestBareId = 4;
    private const int LongestId = 9;

    private static readonly HashSet<string> Between =
        [":", "#", "=", "-", "(", "the", "is", "our", "my", "named", "called", "id", "no", "nr", "number", "de", "het", "der", "die", "das", "el", "la", "le", "l", "one", "s", "'", "name"];

    private static readonly EntityKind[] Everything = [EntityKind.Offer, EntityKind.Partner, EntityKind.LandingPage];

    public IReadOnlyList<Mention> Find(IReadOnlyList<NameHint> hints, string text, TakenWords taken)
    {
        var mentions = hints.Select(hint => new Mention(
            hint.At, hint.End, Slice(text, hint), null, hint.Kinds, Known(Role(hint.At, hint.End), hint.Kinds), hint.IsWeak || hint.IsFuzzy, hint.IsFuzzy)).ToList();
        for (var at = 0; at < words.Count; at++)
        {
            if (!taken.Is(at) && hints.All(hint => at < hint.At || at >= hint.End) && ReadId(at) is { } mention)
            {
                mentions.Add(mention);
            }
        }

        return [.. mentions.OrderBy(mention => mention.At)];
    }

    private Mention? ReadId(int at)
    {
        var word = words[at];
        if (!word.IsNumber || word.Text.Length > LongestId || IsDecimal(at) || StandsBehindForeignNoun(at) || IsMeasured(at + 1))
        {
            return null;
        }

        var id = int.Parse(word.Text, CultureInfo.InvariantCulture);
        var kinds = Everything.Where(kind => names.HasId(kind, id)).ToList();
        var role = RoleBefore(at);
        if (role == EntityKind.LandingPage && kinds.Count > 0)
        {
            // "Landing pages 1001" are those of the offer.
            role = Known(role, kinds);
        }

        return role is null && (word.Text.Length < ShortestBareId || id == 0)
            ? null
            : new Mention(at, at + 1, word.Text, id, kinds.Count > 0 ? kinds : Everything, role, IsWeak: role is null && kinds.Count == 0);
    }

    private bool IsMeasured(int next) => next < words.Count
        && (words[next].Folded is "%" or "+" || hits.Any(hit => hit.At == next && hit.Concept is Concept.Percent or Concept.Conversion or Concept.Click));

    private bool IsDecimal(int at) =>
        (at + 2 < words.Count && words[at + 1].Folded is "." or "," && words[at + 2].IsNumber && words[at + 2].Start == words[at].End + 1)
        || (at > 1 && words[at - 1].Folded is "." && words[at - 2].IsNumber && words[at - 1].Start == words[at - 2].End && words[at].Start == words[at - 1].End);

    private bool StandsBehindForeignNoun(int at)
    {
        var before = SkipBack(at);
        return before >= 0 && hits.Any(hit => hit.Concept == Concept.ForeignNumber && hit.End == before + 1);
    }

    private EntityKind? Role(int at, int end) => RoleAt(hit => hit.At == end) ?? RoleBefore(at);

    private EntityKind? RoleBefore(int at)
    {
        var before = SkipBack(at);
        return before < 0 ? null : RoleAt(hit => hit.End == before + 1);
    }

    private static EntityKind? Known(EntityKind? role, IReadOnlyList<EntityKind> kinds) => role is { } kind && kinds.Contains(kind) ? kind : null;

    /// <summary>Index of the last word before a place that is no article, "id" or mark.</summary>
    private int SkipBack(int at)
    {
        var before = at - 1;
        while (before >= 0 && Between.Contains(words[before].Folded) && at - before <= 3)
        {
            before--;
        }

        return before;
    }

    private EntityKind? RoleAt(Func<ConceptHit, bool> isBeside)
    {
        foreach (var hit in hits.Where(isBeside))
        {
            switch (hit.Concept)
            {
                case Concept.LandingPage or Concept.Page:
                    return EntityKind.LandingPage;
                case Concept.Partner:
                    return EntityKind.Partner;
                case Concept.Offer:
                    return EntityKind.Offer;
            }
        }

        return null;
    }

    private string Slice(string text, NameHint hint) => text[words[hint.At].Start..words[hint.End - 1].End];
}
