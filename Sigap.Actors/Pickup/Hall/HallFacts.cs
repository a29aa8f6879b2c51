using Sigap.Kernel;

namespace Sigap.Pickup;

public abstract partial record DayFact
{
    /// <param name="Request">The request that drew it.</param>
    public sealed record TicketDrawn(
        TicketNumber Number, Line Line, long Rank, ulong Request, BookingCode? Booking, ConversationId? Conversation, Lateness Late) : DayFact;

    public sealed record CounterOpened(int Counter, ulong Request) : DayFact;

    public sealed record CounterClosed(int Counter, ulong Request) : DayFact;

    /// <param name="CycleAt">Where the next call begins.</param>
    public sealed record TicketCalled(TicketNumber Number, int Counter, int CycleAt, ulong Request) : DayFact;

    public sealed record TicketHeld(TicketNumber Number, ulong Request) : DayFact;

    public sealed record TicketTransferred(TicketNumber Number, int To, ulong Request) : DayFact;

    public sealed record TicketMissed(TicketNumber Number, ulong Request) : DayFact;

    public sealed record TicketServed(TicketNumber Number, ulong Request) : DayFact;

    /// <summary>Its applicant is told that few are before it: once.</summary>
    public sealed record TicketNudged(TicketNumber Number) : DayFact;
}
