using System.Collections.Immutable;
using Sigap.Kernel;

namespace Sigap.Pickup;

/// <summary>The way to the pickup days of all offices. Throws when a day does not answer in time.</summary>
public interface IPickupDesk
{
    Task<PickupAnswer> Ask(IWithPickupDay message, CancellationToken cancel);
}

/// <summary>
/// Which booking an application has, over all days and offices: the guard of "one application, one live booking". A claim is
/// taken before the booking is written, so a crash between leaves a claim without a booking; whoever meets one asks its day.
/// </summary>
public interface IPickupClaims
{
    /// <summary>Takes what is free or belongs to the same code already; answers who has the others. All in one transaction.</summary>
    Task<ImmutableArray<ClaimOutcome>> Take(ImmutableArray<Claim> claims, CancellationToken cancel);

    /// <summary>Gives a claim to another booking if <paramref name="from"/> still has it: its booking turned out not to live.</summary>
    Task<bool> Replace(ApplicationNumber application, BookingAt from, BookingAt to, CancellationToken cancel);

    /// <summary>Frees the applications, where this code still has them.</summary>
    Task Release(BookingCode code, ImmutableArray<ApplicationNumber> applications, CancellationToken cancel);
}

/// <param name="Instead">The booking that is to be moved: when it has the claim, that stands in nobody's way and nothing changes yet.</param>
public readonly record struct Claim(ApplicationNumber Application, BookingAt Booking, BookingAt? Instead);

/// <param name="HeldBy">Null: the claim is taken. Otherwise who has it.</param>
public readonly record struct ClaimOutcome(Claim Claim, BookingAt? HeldBy);
