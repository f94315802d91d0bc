namespace PromptLab.Everflow.Quota;

/// <summary>Places for simultaneous reports, and how long one is held on average. Not thread-safe: its gate locks.</summary>
internal sealed class ReportPlaces(int places, TimeProvider time)
{
    private const double WeightOfLast = 0.2;

    private int _taken;
    private double _averageSeconds = 1;

    public bool IsFree => _taken < places;

    public void Take() => _taken++;

    public void GiveBack() => _taken--;

    public void Release(long takenAt)
    {
        _taken--;
        _averageSeconds += WeightOfLast * (time.GetElapsedTime(takenAt).TotalSeconds - _averageSeconds);
    }

    /// <summary>A guess how long until there is a place for a report that lets so many others go first.</summary>
    public TimeSpan Until(int ahead) =>
        ahead < places - _taken ? TimeSpan.Zero : TimeSpan.FromSeconds(_averageSeconds * (1 + (ahead / places)));
}
