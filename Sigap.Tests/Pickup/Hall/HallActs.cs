using Sigap.Pickup;
using static Sigap.Tests.Pickup.HallStory;

namespace Sigap.Tests.Pickup;

internal enum HallAct
{
    Book,
    GiveBack,
    Arrive,
    Draw,
    Open,
    Close,
    Next,
    Call,
    Recall,
    Hold,
    Transfer,
    Missed,
    Served,
}

/// <summary>Random numbers made commands: of bookings and tickets that exist, mostly.</summary>
internal static class HallActs
{
    public static IHallCommand Command(HallStory hall, HallAct act, int which, int counter) => act switch
    {
        HallAct.Arrive => new Arrive(Day, hall.NextRequest(), Code(hall, which), which % 2 == 0 ? null : Phone($"p{which}")),
        HallAct.Draw => new DrawTicket(
            Day, hall.NextRequest(), which % 3 == 0 ? Line.Priority : Line.WalkIn, which % 2 == 0 ? null : Phone($"p{which}")),
        HallAct.Open => new OpenCounter(Day, hall.NextRequest(), counter),
        HallAct.Close => new CloseCounter(Day, hall.NextRequest(), counter),
        HallAct.Next => new CallNext(Day, hall.NextRequest(), counter),
        HallAct.Call => new CallTicket(Day, hall.NextRequest(), counter, Ticket(hall, which)),
        HallAct.Recall => new Recall(Day, hall.NextRequest(), counter),
        HallAct.Hold => new HoldTicket(Day, hall.NextRequest(), counter),
        HallAct.Transfer => new Transfer(Day, hall.NextRequest(), counter, which % 6),
        HallAct.Missed => new MarkNoShow(Day, hall.NextRequest(), counter),
        HallAct.Served => new MarkServed(Day, hall.NextRequest(), counter),
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, "is not an act of the hall"),
    };

    public static BookingCode Code(HallStory hall, int which) =>
        new($"KODE{(which % Math.Max(1, hall.State.Bookings.Count)) + 1:00}");

    private static TicketNumber Ticket(HallStory hall, int which) =>
        hall.State.Hall.Tickets.Keys
            .OrderBy(number => number.Line)
            .ThenBy(number => number.Number)
            .ElementAtOrDefault(which % Math.Max(1, hall.State.Hall.Tickets.Count));
}
