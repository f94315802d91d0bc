namespace PromptLab.Workflows.Schedules;

/// <summary>A phrase of the vocabulary, a number or a mark in a text, from word to word.</summary>
internal sealed record WhenToken(WhenSign Sign, int Value, string Text, int At, int End)
{
    /// <summary>Repeats by itself.</summary>
    public bool IsAnchor => Sign is WhenSign.Every or WhenSign.Repeated or WhenSign.Daily or WhenSign.Weekdays or WhenSign.Weekends
        || (Sign is WhenSign.Weekly or WhenSign.Monthly && Text is not ("week" or "month" or "woche" or "monat" or "maand" or "mes" or "mois" or "semana" or "semaine"))
        || Text == "hourly";
}
