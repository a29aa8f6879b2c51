using Sigap.Kernel;

namespace Sigap.Transport;

/// <summary>What to do after a send. Closed: every case is named here.</summary>
public abstract record SendDecision
{
    private SendDecision()
    {
    }

    /// <summary>Taken; the status webhooks tell the rest.</summary>
    public sealed record Done(MessageId Id) : SendDecision;

    /// <summary>
    /// Send again after <paramref name="Delay"/>. With <paramref name="HoldsScope"/> everything else of the scope waits
    /// as long.
    /// </summary>
    public sealed record RetryAfter(TimeSpan Delay, ErrorScope Scope, bool HoldsScope, bool Alert) : SendDecision
    {
        /// <summary>It concerns everything of the business number.</summary>
        public bool HoldsNumber => HoldsScope && Scope.IsWide();
    }

    /// <summary>It may have been taken: wait for a status with its tag, and send again only when none came.</summary>
    /// <param name="Longer">How much longer than usual to wait.</param>
    /// <param name="IsLast">Sent as often as allowed: without a status it is given up.</param>
    public sealed record AwaitStatus(TimeSpan Longer, bool IsLast) : SendDecision;

    /// <summary>This message will not be sent again.</summary>
    public sealed record GiveUp(GiveUpReason Reason, int Code, bool Alert) : SendDecision;

    /// <summary>The scope stops until an operator has acted; the message stays owed and is tried again after <paramref name="Delay"/>.</summary>
    public sealed record Stop(ErrorScope Scope, int Code, TimeSpan Delay) : SendDecision;
}

public enum GiveUpReason
{
    /// <summary>Permanent for this message.</summary>
    Refused = 1,

    /// <summary>The 24 hours are over: only a template may be sent.</summary>
    NeedsTemplate = 2,

    /// <summary>The applicant wants no more of this kind.</summary>
    Suppressed = 3,

    /// <summary>Tried as often as the table allows.</summary>
    Exhausted = 4,
}
