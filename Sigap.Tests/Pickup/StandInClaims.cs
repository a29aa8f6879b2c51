using System.Collections.Immutable;
using Sigap.Kernel;
using Sigap.Pickup;

namespace Sigap.Tests.Pickup;

/// <summary>Claims in memory that a test can hold up, break, and count.</summary>
internal sealed class StandInClaims : IPickupClaims
{
    private readonly MemoryPickupClaims _claims = new();
    private int _takes;
    private int _taken;

    public volatile bool AreAway;

    /// <summary>What is asked waits for this.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public int Takes => _takes;

    public int Taken => _taken;

    public BookingAt? LastBooking { get; private set; }

    public async Task<ImmutableArray<ClaimOutcome>> Take(ImmutableArray<Claim> claims, CancellationToken cancel)
    {
        LastBooking = claims[^1].Booking;
        Interlocked.Increment(ref _takes);
        Interlocked.Add(ref _taken, claims.Length);
        await Passed();
        return await _claims.Take(claims, cancel);
    }

    public async Task<bool> Replace(ApplicationNumber application, BookingAt from, BookingAt to, CancellationToken cancel)
    {
        await Passed();
        return await _claims.Replace(application, from, to, cancel);
    }

    public async Task Release(BookingCode code, ImmutableArray<ApplicationNumber> applications, CancellationToken cancel)
    {
        await Passed();
        await _claims.Release(code, applications, cancel);
    }

    /// <summary>Who has an application; null when it is free.</summary>
    public BookingAt? HolderOf(ApplicationNumber application)
    {
        var probe = new BookingAt(OfficeUnderTest.Tomorrow, new BookingCode("PROBE"));
        var outcome = _claims.Take([new Claim(application, probe, null)], CancellationToken.None).Result[0];
        _claims.Release(probe.Code, [application], CancellationToken.None).Wait();
        return outcome.HeldBy;
    }

    private Task Passed() => AreAway ? throw new IOException("The database is away") : Gate;
}
