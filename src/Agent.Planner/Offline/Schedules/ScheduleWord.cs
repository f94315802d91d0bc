namespace PromptLab.Planner.Offline.Schedules;

/// <summary>What a phrase of <c>schedules.txt</c> is for.</summary>
internal enum ScheduleWord
{
    /// <summary>Asks for a schedule: "schedule …".</summary>
    Plan,

    /// <summary>Names one: "my schedule".</summary>
    Noun,

    Stop,

    /// <summary>What may have been scheduled: "summary".</summary>
    Thing,

    Pace,

    /// <summary>Asks what there is.</summary>
    List,
}
