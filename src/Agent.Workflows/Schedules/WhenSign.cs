namespace PromptLab.Workflows.Schedules;

/// <summary>What a word means in a repeated time.</summary>
internal enum WhenSign
{
    Every,
    Day,
    Repeated,
    Weekdays,
    Weekends,
    Daily,
    AnyDay,
    Weekly,
    Monthly,
    Never,
    Link,
    At,
    Clock,
    Noon,
    Number,
    Mark,
}
