namespace Sigap.Bench.Drill.Checks;

/// <summary>A turn as the journal has it.</summary>
/// <param name="Place">Counts the turns of its conversation from 0, in the order of the journal.</param>
/// <param name="Message">The fingerprint of the message's id.</param>
/// <param name="FirstReply">The number of the first reply owed for it; the others follow.</param>
internal sealed record TurnSeen(
    string Conversation, int Place, ulong Message, DateTimeOffset SentAt, DateTimeOffset HeardAt, long FirstReply, int Replies)
{
    /// <summary>Later than this a message may be answered together with others of the same applicant.</summary>
    private static readonly TimeSpan LateAfter = TimeSpan.FromMinutes(4);

    public bool IsLate => HeardAt - SentAt > LateAfter;
}
