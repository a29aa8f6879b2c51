using System.Collections.Immutable;
using Sigap.Kernel;

namespace Sigap.Pickup;

/// <summary>
/// Bookings, waits and tickets follow their person when conversations become one. No place is taken or given back by it: whoever
/// has more than one phone may have afterwards keeps it, and gets no more.
/// </summary>
internal static class Hands
{
    public static PickupAnswer Change(DayDraft draft, ChangeHands change)
    {
        ImmutableArray<ConversationId> from = [.. change.From.Where(id => id != change.To && Knows(draft.Day, id)).Distinct()];
        if (!from.IsEmpty)
        {
            draft.Note(new DayFact.HandsChanged(from, change.To));
        }

        return PickupAnswer.Done.Now;
    }

    /// <summary>Null when the fact is of another kind.</summary>
    public static PickupDay? With(PickupDay day, DayFact fact) => fact is DayFact.HandsChanged changed
        ? day with
        {
            Bookings = day.Bookings.SetItems(
                from booking in day.Bookings.Values
                where IsFrom(changed, booking.Conversation)
                select KeyValuePair.Create(booking.Code, booking with { Conversation = changed.To })),
            Hall = day.Hall with
            {
                Tickets = day.Hall.Tickets.SetItems(
                    from ticket in day.Hall.Tickets.Values
                    where IsFrom(changed, ticket.Conversation)
                    select KeyValuePair.Create(ticket.Number, ticket with { Conversation = changed.To })),
            },
            Waitlist = Waitlist(day.Waitlist, changed),
            WaitsOver = day.WaitsOver.Union(Own(day.Waitlist, changed).Skip(1).Select(who => who.Request)),
        }
        : null;

    private static bool Knows(PickupDay day, ConversationId id) =>
        day.Bookings.Values.Any(booking => booking.Conversation == id)
        || day.Hall.Tickets.Values.Any(ticket => ticket.Conversation == id)
        || day.Waitlist.Any(who => who.Conversation == id);

    private static bool IsFrom(DayFact.HandsChanged changed, ConversationId? id) => id is { } known && changed.From.Contains(known);

    private static IEnumerable<Waiting> Own(ImmutableArray<Waiting> all, DayFact.HandsChanged changed) =>
        all.Where(who => who.Conversation == changed.To || IsFrom(changed, who.Conversation));

    /// <summary>One conversation waits once for a day: for all its passports together, from the place of the first.</summary>
    private static ImmutableArray<Waiting> Waitlist(ImmutableArray<Waiting> all, DayFact.HandsChanged changed)
    {
        ImmutableArray<Waiting> own = [.. Own(all, changed)];
        if (own.IsEmpty)
        {
            return all;
        }

        var together = own[0] with
        {
            Conversation = changed.To,
            Applications = [.. own.SelectMany(who => who.Applications).Distinct()],
            Priority = own.Any(who => who.Priority),
        };
        return [.. all.Where(who => who == own[0] || !own.Contains(who)).Select(who => who == own[0] ? together : who)];
    }
}
