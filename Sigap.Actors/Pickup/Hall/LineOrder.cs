using System.Collections.Immutable;

namespace Sigap.Pickup;

/// <summary>
/// Who comes before whom within a line. A ticket ranks by the minute its slot begins, then by when it was drawn; who has no slot,
/// or missed it, ranks as if one had begun in the minute of the drawing. A ticket late within the grace ranks between two others.
/// </summary>
internal static class LineOrder
{
    /// <summary>Ranks between two neighbours: twenty late tickets fit behind the same one, each with its own.</summary>
    private const int RoomBits = 20;
    private const int NumberBits = 20;

    public static long Rank(TimeOnly slot, int number) =>
        ((long)MinuteOf(slot) << (NumberBits + RoomBits)) + ((long)number << RoomBits);

    /// <summary>
    /// The rank of its own place, and behind so many more of those who wait in its line now. Only those who could be called
    /// already count: losing places to somebody whose time has not come would be no loss.
    /// </summary>
    public static long RankBehind(ImmutableArray<Ticket> waiting, long own, int places, DaySurroundings around)
    {
        var before = waiting.Count(ticket => ticket.Rank <= own);
        var place = before + Math.Min(places, waiting.Skip(before).Count(ticket => IsDue(ticket, around)));
        return place == before ? own
            : place == waiting.Length ? waiting[^1].Rank + (1L << RoomBits)
            : waiting[place - 1].Rank + ((waiting[place].Rank - waiting[place - 1].Rank) / 2);
    }

    /// <summary>
    /// Its slot has begun, or does so within <see cref="PickupRules.Early"/>. Until then it is called only when nobody else waits.
    /// </summary>
    public static bool IsDue(Ticket ticket, DaySurroundings around) =>
        around.Plan.At(SlotOf(ticket.Rank)) - around.Rules.Early <= around.Now;

    /// <summary>Those who wait, reserved ones included, first come first of each line.</summary>
    public static IEnumerable<Ticket> Waiting(PickupDay day) =>
        day.Hall.Tickets.Values
            .Where(ticket => IsInLine(day, ticket))
            .OrderBy(ticket => ticket.Rank)
            .ThenBy(ticket => ticket.Number.Number);

    public static ImmutableArray<Ticket> Waiting(PickupDay day, Line line) => [.. Waiting(day).Where(ticket => ticket.Line == line)];

    /// <summary>It waits; and its booking, if it has one, was not given back, moved or taken back since it was drawn.</summary>
    public static bool IsInLine(PickupDay day, Ticket ticket) => ticket.Stage == TicketStage.Waiting && !IsWithdrawn(day, ticket);

    /// <summary>It would wait, but its booking is gone: nobody is there to come when it is called.</summary>
    public static bool IsWithdrawn(PickupDay day, Ticket ticket) =>
        ticket is { Stage: TicketStage.Waiting, Booking: { } code } && day.Bookings.GetValueOrDefault(code)?.Ended is { } why
        && why is not (BookingEnd.Served or BookingEnd.NoShow);

    private static int MinuteOf(TimeOnly time) => (time.Hour * 60) + time.Minute;

    private static TimeOnly SlotOf(long rank) => new TimeOnly().AddMinutes(rank >> (NumberBits + RoomBits));
}
