namespace Sigap.Bench.Drill.Crowd;

/// <summary>What a post carried.</summary>
internal enum Cargo
{
    Messages,

    /// <summary>Messages that go another way to another node at the same time, or once more later.</summary>
    Copies,

    Statuses,
}

/// <summary>One try to bring a post to a node.</summary>
/// <param name="Status">The answer's; 0 when none came: refused, cut off, or not within the time WhatsApp waits.</param>
internal readonly record struct PostAttempt(TimeSpan At, TimeSpan Took, string Node, int Status, Cargo Cargo, int Items)
{
    public const int NoAnswer = 0;
}
