using System.Collections.Immutable;
using Sigap.Kernel;
using Sigap.Pickup;

namespace Sigap.Conversations;

/// <summary>Passports that are to be collected together.</summary>
public sealed record Party(ImmutableArray<ApplicationNumber> Applications)
{
    public static readonly Party Nobody = new([]);

    public bool Equals(Party? other) => other is not null && Applications.SequenceEqual(other.Applications);

    public override int GetHashCode() => Applications.Length;
}

/// <summary>A booking in the making.</summary>
/// <param name="Moves">The booking it is to replace.</param>
/// <param name="Day">The day chosen.</param>
/// <param name="Page">Which rows of the days or times are shown.</param>
/// <param name="Held">The places kept for a few minutes, or offered by the waitlist.</param>
public sealed record BookingDraft(
    Party Party, bool Priority = false, BookingAt? Moves = null, DateOnly? Day = null, int Page = 0, BookingAt? Held = null);

/// <summary>What a booking in the making waits for.</summary>
public enum BookingAsks
{
    /// <summary>Whether somebody belongs to a priority group, or more passports come along.</summary>
    Party = 1,
    Day = 2,
    Time = 3,

    /// <summary>The places are held: who collects? The answer confirms.</summary>
    Collector = 4,

    /// <summary>The day is full: wait for a place?</summary>
    Waitlist = 5,
}

/// <summary>What is to be changed of a booking that is there.</summary>
public enum BookingChange
{
    Cancel = 1,
    Collector = 2,
}
