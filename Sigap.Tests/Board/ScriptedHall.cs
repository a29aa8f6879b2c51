using System.Collections.Immutable;
using Sigap.Kernel;
using Sigap.Pickup;

namespace Sigap.Tests.Board;

/// <summary>A hall that looks as the test says: for what a real one takes a whole day to come to.</summary>
internal sealed class ScriptedHall : IPickupDesk
{
    private const string Coming = "A-042 P-008 A-043 B-020 A-044 P-009 A-045 B-021 A-046 A-047 B-022 A-048";

    private int _asks;

    public HallView? View { get; set; }

    /// <summary>How often it was asked.</summary>
    public int Asks => Volatile.Read(ref _asks);

    /// <summary>The days it was asked for, in order, each once.</summary>
    public ImmutableArray<PickupDayId> Days { get; private set; } = [];

    public Task<PickupAnswer> Ask(IWithPickupDay message, CancellationToken cancel)
    {
        Interlocked.Increment(ref _asks);
        Days = Days.Contains(message.Day) ? Days : Days.Add(message.Day);
        return View is { } view
            ? Task.FromResult<PickupAnswer>(new PickupAnswer.Hall(view with { Day = message.Day }))
            : Task.FromException<PickupAnswer>(new TimeoutException("the day does not answer"));
    }

    /// <summary>A busy morning.</summary>
    /// <param name="called">The ticket at each counter, from 1; empty for a counter with nobody.</param>
    public static HallView Busy(params string[] called) => new(
        new PickupDayId(new OfficeId("jakarta-pusat"), new DateOnly(2026, 11, 24)),
        Version: 1,
        [
            .. called.Select((ticket, place) => new CounterView(
                place + 1, IsOpen: true, TicketNumber.Parse(ticket), ticket.Length > 0 ? 1 : 0, CalledAt: null)),
            new CounterView(called.Length + 1, IsOpen: false, Ticket: null, Calls: 0, CalledAt: null),
        ],
        [.. Coming.Split(' ').Select(ticket => TicketNumber.Parse(ticket)!.Value)],
        ImmutableSortedDictionary<Line, int>.Empty.Add(Line.Booked, 37).Add(Line.WalkIn, 12).Add(Line.Priority, 4),
        [TicketNumber.Parse("A-029")!.Value],
        new WaitEstimate(TimeSpan.FromMinutes(25), TimeSpan.FromMinutes(50)));

    public static HallView Quiet() => Busy() with
    {
        Counters = [new CounterView(1, IsOpen: false, Ticket: null, Calls: 0, CalledAt: null)],
        Next = [],
        Waiting = ImmutableSortedDictionary<Line, int>.Empty,
        OnHold = [],
        WaitOfANewcomer = null,
    };

    public static HallView With(HallView view, int counter, string ticket, int calls = 1) => view with
    {
        Version = view.Version + 1,
        Counters =
        [
            .. view.Counters.Select(known => known.Counter == counter
                ? known with { Ticket = TicketNumber.Parse(ticket), Calls = calls }
                : known),
        ],
    };
}
