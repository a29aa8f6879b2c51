using System.Collections.Immutable;
using Sigap.Kernel;

namespace Sigap.Pickup;

/// <summary>
/// The waitlist of a full day. Freed places are offered to the first they are enough for, to nobody else meanwhile, and to the
/// next when the offer lapses: no race, whoever waits longest comes first.
/// </summary>
internal static class WaitingLine
{
    /// <summary>A list longer than the day has places gives false hope; so many may wait at the smallest office too.</summary>
    private const int ShortestLimit = 100;

    public static PickupAnswer Join(DayDraft draft, JoinWaitlist join)
    {
        if (BookingViews.OfRequest(draft, join.Request) is { } offered)
        {
            return offered;
        }

        if (Place(draft.Day, join.Conversation) is { } place)
        {
            return place;
        }

        if (draft.Day.WaitsOver.Contains(join.Request))
        {
            return new PickupAnswer.Refused(PickupRefusal.NotFound);
        }

        if (Refuses(draft, join) is { } refused)
        {
            return refused;
        }

        draft.Note(new DayFact.WaitlistJoined(
            new Waiting(join.Request, join.Conversation, [.. join.Applications.Distinct()], join.Priority)));
        return new PickupAnswer.Waits(draft.Day.Waitlist.Length, draft.Day.Waitlist.Length);
    }

    public static PickupAnswer Leave(DayDraft draft, LeaveWaitlist leave)
    {
        if (Place(draft.Day, leave.Conversation) is not null)
        {
            draft.Note(new DayFact.WaitlistLeft(leave.Conversation));
        }

        return PickupAnswer.Done.Now;
    }

    public static PickupAnswer.Waits? Place(PickupDay day, ConversationId conversation)
    {
        for (var at = 0; at < day.Waitlist.Length; at++)
        {
            if (day.Waitlist[at].Conversation == conversation)
            {
                return new PickupAnswer.Waits(at + 1, day.Waitlist.Length);
            }
        }

        return null;
    }

    /// <summary>Whoever has places of this day no longer waits for them.</summary>
    public static void Forget(DayDraft draft, ImmutableArray<ApplicationNumber> applications)
    {
        foreach (var who in draft.Day.Waitlist.Where(who => who.Applications.Any(applications.Contains)))
        {
            draft.Note(new DayFact.WaitlistLeft(who.Conversation));
        }
    }

    /// <summary>The free places, without those that fit people who have waited longer.</summary>
    public static Room RoomFor(DayDraft draft, ConversationId? conversation)
    {
        var room = draft.Room;
        foreach (var who in draft.Day.Waitlist)
        {
            if (room.IsFull || who.Conversation == conversation)
            {
                break;
            }

            if (Fit(draft, room, who) is { } places)
            {
                room.Take(places);
            }
        }

        return room;
    }

    /// <summary>
    /// Offers what is free to those it is enough for, except at night; closes the list once nothing can be offered any more.
    /// </summary>
    public static void Serve(DayDraft draft)
    {
        if (draft.Day.Waitlist.IsEmpty)
        {
            return;
        }

        if (draft.Room.IsOver)
        {
            foreach (var who in draft.Day.Waitlist)
            {
                draft.Note(new DayFact.WaitlistLeft(who.Conversation));
                DayNews.WaitlistClosed(draft, who);
            }

            return;
        }

        while (!QuietHours.Includes(draft.Around.Local) && First(draft) is var (who, places))
        {
            Offer(draft, who, places);
        }
    }

    /// <summary>When the list needs to be looked at again.</summary>
    public static IEnumerable<DateTimeOffset> Due(PickupDay day, DaySurroundings around)
    {
        if (day.Waitlist.IsEmpty)
        {
            return [];
        }

        var draft = new DayDraft(day, around);
        if (draft.Room.IsOver)
        {
            return [around.Now];
        }

        var closes = around.Plan.At(around.Plan.Slots[^1].From) - around.Rules.LeadTime + TimeSpan.FromMilliseconds(1);
        return First(draft) is null ? [closes] : [closes, QuietHours.After(around.Local)];
    }

    private static PickupAnswer? Refuses(DayDraft draft, JoinWaitlist join)
    {
        if (Admission.Refuses(draft.Around, slot: null) is { } refusal)
        {
            return new PickupAnswer.Refused(refusal);
        }

        if (join.Applications.IsEmpty)
        {
            return new PickupAnswer.Refused(PickupRefusal.NotFound);
        }

        foreach (var application in join.Applications)
        {
            if (draft.Day.Applications.TryGetValue(application, out var code))
            {
                return new PickupAnswer.Refused(PickupRefusal.AlreadyBooked, new BookingAt(draft.Id, code));
            }
        }

        var places = join.Applications.Distinct().Count();
        if (PhoneLimit.Exceeds(draft, join.Conversation, places, []))
        {
            return new PickupAnswer.Refused(PickupRefusal.TooMany);
        }

        if (RoomFor(draft, join.Conversation).Find(from: null, places, join.Priority) is not null)
        {
            return new PickupAnswer.Refused(PickupRefusal.NotFull);
        }

        var limit = Math.Max(ShortestLimit, draft.Around.Plan.Slots.Sum(slot => slot.Bookable));
        return draft.Day.Waitlist.Length < limit ? null : new PickupAnswer.Refused(PickupRefusal.Full);
    }

    private static (Waiting Who, ImmutableArray<Place> Places)? First(DayDraft draft)
    {
        var room = draft.Room;
        if (room.IsFull)
        {
            return null;
        }

        foreach (var who in draft.Day.Waitlist)
        {
            if (Fit(draft, room, who) is { } places)
            {
                return (who, places);
            }
        }

        return null;
    }

    /// <summary>Nothing fits who got a booking of this day some other way, or has as many places as one phone may have.</summary>
    private static ImmutableArray<Place>? Fit(DayDraft draft, Room room, Waiting who) =>
        room.Find(from: null, who.Applications.Length, who.Priority) is { } places
        && !who.Applications.Any(draft.Day.Applications.ContainsKey)
        && !PhoneLimit.Exceeds(draft, who.Conversation, who.Applications.Length, [])
            ? places
            : null;

    private static void Offer(DayDraft draft, Waiting who, ImmutableArray<Place> places)
    {
        var code = BookingCodes.For(draft.Day, draft.Id, who.Request, draft.Now);
        var until = draft.Now + OfferTime.For(draft.Around, places[0].Slot);
        draft.Note(new DayFact.WaitlistLeft(who.Conversation));
        draft.Note(new DayFact.Taken(
            code,
            who.Request,
            who.Conversation,
            [.. who.Applications.Zip(places, (application, place) => new Seat(application, place.Slot, place.Kept))],
            who.Priority,
            BookingStage.Offered,
            until,
            Moves: null));
        DayNews.Offered(draft, draft.Day.Bookings[code]);
    }
}
