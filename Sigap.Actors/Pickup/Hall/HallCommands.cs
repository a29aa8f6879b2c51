using Sigap.Kernel;

namespace Sigap.Pickup;

/// <summary>A command of the day itself: tickets and counters.</summary>
public interface IHallCommand : IPickupCommand
{
    ulong Request { get; }
}

/// <summary>
/// What an officer does at a counter. Answered with <see cref="PickupAnswer.AtCounter"/> and the ticket that was called, or put
/// away; opening and closing name no ticket.
/// </summary>
public interface ICounterCommand : IHallCommand
{
    int Counter { get; }
}

/// <summary>A booked applicant is in the hall. Answered with <see cref="PickupAnswer.Ticket"/>: the ticket, new or the one drawn before.</summary>
/// <param name="Conversation">The chat it was said in, which reads the answer; null at the kiosk and at the counter.</param>
public sealed record Arrive(PickupDayId Day, ulong Request, BookingCode Code, ConversationId? Conversation = null) : IHallCommand;

/// <summary>Somebody without a booking draws a ticket, for the walk-in or the priority line.</summary>
/// <param name="Conversation">Where the number is told and called, when it was drawn in a chat.</param>
public sealed record DrawTicket(PickupDayId Day, ulong Request, Line Line, ConversationId? Conversation = null) : IHallCommand;

public sealed record OpenCounter(PickupDayId Day, ulong Request, int Counter) : ICounterCommand;

public sealed record CloseCounter(PickupDayId Day, ulong Request, int Counter) : ICounterCommand;

/// <summary>The next ticket by the office's call cycle. Answered with <see cref="PickupAnswer.AtCounter"/>; its ticket is null when nobody waits.</summary>
public sealed record CallNext(PickupDayId Day, ulong Request, int Counter) : ICounterCommand;

/// <summary>Calls a given ticket: one put on hold that is back, or out of turn by an officer's decision.</summary>
public sealed record CallTicket(PickupDayId Day, ulong Request, int Counter, TicketNumber Ticket) : ICounterCommand;

/// <summary>Calls the counter's ticket once more: sound and message again.</summary>
public sealed record Recall(PickupDayId Day, ulong Request, int Counter) : ICounterCommand;

/// <summary>Puts the counter's ticket aside (a paper is missing); it keeps its number and can be called again.</summary>
public sealed record HoldTicket(PickupDayId Day, ulong Request, int Counter) : ICounterCommand;

/// <summary>Hands the counter's ticket to another counter, as its next.</summary>
public sealed record Transfer(PickupDayId Day, ulong Request, int Counter, int To) : ICounterCommand;

/// <summary>Called and did not come. An officer may still call it again, as a ticket out of turn.</summary>
public sealed record MarkNoShow(PickupDayId Day, ulong Request, int Counter) : ICounterCommand;

/// <summary>The passports were handed over.</summary>
public sealed record MarkServed(PickupDayId Day, ulong Request, int Counter) : ICounterCommand;

/// <summary>What the board and the counters show. Answered with <see cref="PickupAnswer.Hall"/>.</summary>
public sealed record GetHall(PickupDayId Day) : IPickupQuery;

/// <summary>How far a ticket is from its turn. Answered with <see cref="PickupAnswer.Ticket"/>, or refused as not found.</summary>
public sealed record GetTicket(PickupDayId Day, TicketNumber Ticket) : IPickupQuery;
