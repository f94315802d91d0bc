namespace PromptLab.Testing.Models;

/// <summary>How a scripted reply ends.</summary>
public enum ModelReplyEnd
{
    /// <summary>As the protocol has it.</summary>
    Complete,

    /// <summary>The connection is cut after the last piece.</summary>
    Break,

    /// <summary>Nothing more comes, and the connection stays open until the client gives up.</summary>
    Hang,

    /// <summary>Bytes follow that are no JSON.</summary>
    Garbage,

    /// <summary>The provider reports an error inside the stream.</summary>
    Error,
}
