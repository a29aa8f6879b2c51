using System.Collections.Immutable;

namespace Sigap.Pickup;

/// <summary>What a pickup day decided about commands. Closed.</summary>
public abstract record DayDecision
{
    private DayDecision()
    {
    }

    /// <param name="Answers">One per command, in their order; given once <paramref name="Change"/> is written.</param>
    /// <param name="Change">Null when nothing changes.</param>
    public sealed record Made(ImmutableArray<PickupAnswer> Answers, DayChanged? Change) : DayDecision;

    /// <summary>These claims must be taken first; then the same commands are decided again with what came of it.</summary>
    public sealed record Needs(ImmutableArray<ClaimNeed> Claims) : DayDecision;
}

/// <summary>A claim a decision needs.</summary>
/// <param name="From">When this booking has it, it passes on: it is replaced by the new one.</param>
public readonly record struct ClaimNeed(Claim Claim, BookingAt? From);

/// <summary>What came of a claim that was needed. Closed.</summary>
public abstract record ClaimSight
{
    private ClaimSight()
    {
    }

    public sealed record Taken : ClaimSight
    {
        public static readonly Taken Now = new();
    }

    /// <summary>Another live booking has the application.</summary>
    public sealed record StandsElsewhere(BookingAt Other) : ClaimSight;

    /// <summary>It could not be told.</summary>
    public sealed record Unknown : ClaimSight
    {
        public static readonly Unknown Now = new();
    }
}
