namespace PromptLab.Everflow;

/// <summary>What the caller tells all Everflow calls made inside its scope: how urgent they are, and whom to tell of a wait.</summary>
public sealed class EverflowCall : IDisposable
{
    private static readonly AsyncLocal<EverflowCall?> Ambient = new();

    private readonly EverflowCall? _outer;

    private EverflowCall(EverflowPriority priority, Action<TimeSpan>? onWait, EverflowCall? outer)
    {
        Priority = priority;
        OnWait = onWait;
        _outer = outer;
    }

    internal static EverflowPriority CurrentPriority => Ambient.Value?.Priority ?? EverflowPriority.Interactive;

    internal static Action<TimeSpan>? CurrentListener => Ambient.Value?.OnWait;

    private EverflowPriority Priority { get; }

    private Action<TimeSpan>? OnWait { get; }

    /// <summary>Opens a scope; without one a call is interactive and nobody is told.</summary>
    /// <param name="priority">Interactive calls go before scheduled ones.</param>
    /// <param name="onWait">Gets the expected wait each time a call has to queue for quota or is asked to come back later.
    /// It is called on any thread and must return at once.</param>
    public static IDisposable Use(EverflowPriority priority, Action<TimeSpan>? onWait = null) =>
        Ambient.Value = new EverflowCall(priority, onWait, Ambient.Value);

    public void Dispose() => Ambient.Value = _outer;
}
