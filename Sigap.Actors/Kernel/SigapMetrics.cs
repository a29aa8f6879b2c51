using System.Diagnostics.Metrics;

namespace Sigap.Kernel;

/// <summary>What Sigap counts. No label ever holds anything personal.</summary>
public static class SigapMetrics
{
    public const string MeterName = "Sigap";

    internal static readonly Meter Meter = new(MeterName);

    /// <summary>Messages that became a turn.</summary>
    public static readonly Counter<long> Turns = Meter.CreateCounter<long>("sigap.turns");

    /// <summary>Notices that reached their conversation.</summary>
    public static readonly Counter<long> Notices = Meter.CreateCounter<long>("sigap.notices");

    /// <summary>Reminders that were due, by what became of them: told, over (collected since), late (dropped after an outage).</summary>
    public static readonly Counter<long> Reminders = Meter.CreateCounter<long>("sigap.reminders");

    /// <summary>Messages that were handled before.</summary>
    public static readonly Counter<long> Duplicates = Meter.CreateCounter<long>("sigap.duplicates");

    /// <summary>Turns whose deciding failed: answered with an apology.</summary>
    public static readonly Counter<long> FailedTurns = Meter.CreateCounter<long>("sigap.turns.failed");

    /// <summary>Replies no longer owed, by how: accepted, given-up, window-closed, expired.</summary>
    public static readonly Counter<long> Settled = Meter.CreateCounter<long>("sigap.replies.settled");

    /// <summary>Replies sent again because no status came of a send of unknown outcome: they may have arrived twice.</summary>
    public static readonly Counter<long> PossiblyDuplicated = Meter.CreateCounter<long>("sigap.replies.possibly-duplicated");

    /// <summary>Failures told of replies WhatsApp had taken, by how: again (owed once more), lost, known, late.</summary>
    public static readonly Counter<long> FailedSends = Meter.CreateCounter<long>("sigap.replies.failed");

    /// <summary>Sends by their outcome: accepted, refused, not-sent, unknown.</summary>
    public static readonly Counter<long> Sends = Meter.CreateCounter<long>("sigap.sends");

    /// <summary>Writes to the journal that failed: the conversation restarts and the message comes again.</summary>
    public static readonly Counter<long> FailedWrites = Meter.CreateCounter<long>("sigap.writes.failed");

    /// <summary>Messages between actors that reached nobody: to a node that just died, to an actor that just ended, beyond what may wait.</summary>
    public static readonly Counter<long> DeadLetters = Meter.CreateCounter<long>("sigap.dead-letters");

    /// <summary>Transactions on the table of claims: many claims are taken in one.</summary>
    public static readonly Counter<long> ClaimWrites = Meter.CreateCounter<long>("sigap.pickup.claims.writes");

    /// <summary>What was to cross between nodes without a form of its own, or came in such a form: a fault, or somebody knocking.</summary>
    public static readonly Counter<long> RefusedOnWire = Meter.CreateCounter<long>("sigap.wire.refused");

    public static KeyValuePair<string, object?> How(string value) => new("how", value);
}
