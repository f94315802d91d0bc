using PromptLab.Planner.Offline.Reading;
using PromptLab.Planner.Offline.Vocabulary;
using PromptLab.Workflows.Words;

namespace PromptLab.Planner.Offline.Refusals;

/// <summary>Finds what is not done: the phrases of <c>refusals.txt</c> and commands over the things of <c>things.txt</c>.</summary>
internal static class RefusalRules
{
    private const int Reach = 6;

    private static readonly PhraseIndex<(RefusalTopic Topic, string Kind)> Phrases = LoadPhrases();
    private static readonly Dictionary<string, PhraseIndex<bool>> Things = LoadThings();
    private static readonly HashSet<string> Articles =
        ["the", "a", "an", "all", "every", "each", "any", "this", "that", "these", "those", "our", "my", "your", "new", "another", "some", "more", "of", "de", "het", "een", "alle", "der", "die", "das", "den", "ein", "eine",
         "einen", "neue", "neues", "nieuwe", "el", "la", "los", "las", "un", "una", "todos", "todas", "nuevo", "nueva", "le", "les", "des", "une", "tous", "toutes", "nouvelle", "nouveau", "toe"];

    public static IReadOnlyList<Refusal> Find(MessageReading reading)
    {
        var found = new List<Refusal>();
        for (var at = 0; at < reading.Words.Count; at++)
        {
            if (IsData(reading, at))
            {
                continue;
            }

            foreach (var (value, length) in Phrases.At(reading.Words, at))
            {
                if (Holds(reading, value.Kind, at, at + length))
                {
                    found.Add(new Refusal(value.Topic, at));
                }
            }
        }

        return found;
    }

    private static bool Holds(MessageReading reading, string kind, int at, int end) => kind switch
    {
        "any" => true,
        "thing" => IsCommand(reading, at) && ReachesThing(reading, end),
        "right" => IsCommand(reading, at) && Reaches(reading, end, "right", isNear: false),
        "setting" => IsCommand(reading, at) && !IsForMe(reading, end) && Reaches(reading, end, "setting", isNear: false),
        "money" => IsPrice(reading),
        _ => IsCommand(reading, at) && Reaches(reading, end, "newthing", isNear: true) && !reading.Has(Concept.Link, Concept.Tracking, Concept.Template),
    };

    /// <summary>Quotations and names are data.</summary>
    private static bool IsData(MessageReading reading, int at) =>
        reading.Quotes.Any(quote => quote.At <= at && at < quote.End)
        || reading.Mentions.Any(mention => !mention.IsWeak && mention.At <= at && at < mention.End)
        || reading.Variables.Any(variable => variable.At <= at && at < variable.End);

    private static bool IsCommand(MessageReading reading, int at)
    {
        if (at == 0 || reading.Words[at - 1].IsPunctuation)
        {
            return true;
        }

        return Enumerable.Range(1, Math.Min(4, at)).Any(back => Things["command"].At(reading.Words, at - back).Any(phrase => phrase.Length == back));
    }

    /// <summary>"Give me the payout" wants to see it.</summary>
    private static bool IsForMe(MessageReading reading, int at) => at < reading.Words.Count && reading.Words[at].Folded is "me" or "us" or "mij" or "ons" or "mir" or "uns";

    /// <summary>An amount of money beside a payout, in a message that asks to see nothing, is a new price.</summary>
    private static bool IsPrice(MessageReading reading) =>
        !reading.Has(Concept.Best, Concept.Most, Concept.Show, Concept.Export, Concept.Report, Concept.Above)
        && Enumerable.Range(0, reading.Words.Count).Any(at => Things["setting"].At(reading.Words, at).Count > 0);

    private static bool ReachesThing(MessageReading reading, int end)
    {
        var thing = Enumerable.Range(end, Reach).TakeWhile(at => at < reading.Words.Count && !IsMark(reading.Words[at]))
            .FirstOrDefault(at => Things["thing"].At(reading.Words, at).Count > 0 || reading.Mentions.Any(mention => mention.At == at), -1);
        return thing >= 0 && !Enumerable.Range(end, thing - end + 3).Any(at => reading.StartsAt(Concept.FilterWord, at) || reading.StartsAt(Concept.Column, at));
    }

    private static bool Reaches(MessageReading reading, int end, string list, bool isNear)
    {
        for (var at = end; at < reading.Words.Count && at < end + Reach && !IsMark(reading.Words[at]); at++)
        {
            if (Things[list].At(reading.Words, at).Count > 0)
            {
                return true;
            }

            var isPassable = isNear ? Articles.Contains(reading.Words[at].Folded) : reading.Words[at].Folded is not ("to" or "by" or "naar" or "auf");
            if (!isPassable)
            {
                return false;
            }
        }

        return false;
    }

    private static bool IsMark(Word word) => word.IsPunctuation && word.Folded is not ("'" or "’" or "-" or "\"" or "#");

    private static PhraseIndex<(RefusalTopic Topic, string Kind)> LoadPhrases()
    {
        var index = new PhraseIndex<(RefusalTopic, string)>();
        foreach (var (head, phrases) in RefusalWords.Refusals)
        {
            var columns = head.Split(' ');
            var topic = Enum.Parse<RefusalTopic>(columns[0], ignoreCase: true);
            foreach (var phrase in phrases)
            {
                index.Add(phrase, (topic, columns[1]));
            }
        }

        return index;
    }

    private static Dictionary<string, PhraseIndex<bool>> LoadThings()
    {
        var things = new Dictionary<string, PhraseIndex<bool>>();
        foreach (var (head, phrases) in RefusalWords.Things)
        {
            var index = things[head] = new PhraseIndex<bool>();
            foreach (var phrase in phrases)
            {
                index.Add(phrase, true);
            }
        }

        return things;
    }
}
