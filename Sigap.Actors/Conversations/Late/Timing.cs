namespace Sigap.Conversations;

/// <summary>How a message stood in time when it was handled, by the applicant's own times.</summary>
public enum Timing
{
    OnTime = 0,

    /// <summary>It was under way for long, and nothing newer came before it.</summary>
    Late = 1,

    /// <summary>A newer message of the same conversation was handled before it.</summary>
    Overtaken = 2,
}
