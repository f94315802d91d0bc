namespace PromptLab.Simulator.Faults;

/// <summary>What goes wrong with a reply.</summary>
public enum FaultKind
{
    /// <summary>The right answer, late.</summary>
    Delay,
    /// <summary>An error status with the API's error body.</summary>
    Status,
    /// <summary>The connection ends in the middle of the body.</summary>
    Truncate,
    /// <summary>No answer until the caller gives up.</summary>
    Hang,
    /// <summary>Half of the JSON, sent as if it were whole.</summary>
    Malformed,
    /// <summary>Raw control characters inside the JSON's strings.</summary>
    ControlCharacters,
}
