namespace Sigap.Pickup;

/// <summary>Gives places to those who ask, for a few minutes.</summary>
internal static class Holding
{
    public static PickupAnswer Decide(DayDraft draft, HoldPlaces hold, ClaimRound claims)
    {
        if (BookingViews.OfRequest(draft, hold.Request) is { } same)
        {
            return same;
        }

        var asked = hold with { Applications = [.. hold.Applications.Distinct()] };
        var earlier = EarlierHold(draft, asked);
        return earlier is not null && (asked.Slot is null || asked.Slot == earlier.From)
            ? new PickupAnswer.Booked(BookingViews.Of(draft.Id, earlier))
            : Refuses(draft, asked, earlier) is { } refusal
                ? new PickupAnswer.Refused(refusal, StandsInTheWay(draft, asked, earlier))
                : Take(draft, asked, earlier, claims);
    }

    /// <summary>What the same conversation holds for the same applications: the same again, or, for another slot, replaced.</summary>
    private static Booking? EarlierHold(DayDraft draft, HoldPlaces hold) =>
        hold is { Conversation: not null, Applications.IsEmpty: false }
        && draft.Day.Applications.TryGetValue(hold.Applications[0], out var code)
        && draft.Day.Bookings[code] is { Stage: not BookingStage.Confirmed } booking
        && booking.Conversation == hold.Conversation
        && hold.Moves != new BookingAt(draft.Id, code)
        && booking.Applications.ToHashSet().SetEquals(hold.Applications)
            ? booking
            : null;

    private static PickupRefusal? Refuses(DayDraft draft, HoldPlaces hold, Booking? earlier)
    {
        if (Admission.Refuses(draft.Around, hold.Slot) is { } refusal)
        {
            return refusal;
        }

        if (hold.Applications.IsEmpty || (hold.Moves?.Day == draft.Id && Moved(draft, hold) is null))
        {
            return PickupRefusal.NotFound;
        }

        if (StandsInTheWay(draft, hold, earlier) is not null)
        {
            return PickupRefusal.AlreadyBooked;
        }

        return Room(draft, hold, earlier).Find(hold.Slot, hold.Applications.Length, hold.Priority) is null
            ? PickupRefusal.Full
            : PhoneLimit.Exceeds(draft, hold.Conversation, hold.Applications.Length, [earlier, Moved(draft, hold)])
                ? PickupRefusal.TooMany
                : null;
    }

    private static PickupAnswer Take(DayDraft draft, HoldPlaces hold, Booking? earlier, ClaimRound claims)
    {
        var places = Room(draft, hold, earlier).Find(hold.Slot, hold.Applications.Length, hold.Priority)!.Value;
        var code = BookingCodes.For(draft.Day, draft.Id, hold.Request, draft.Now);
        var moves = hold.Moves ?? earlier?.Moves;
        BookingAt? from = earlier is null ? null : new BookingAt(draft.Id, earlier.Code);
        var needs = hold.Applications.Select(
            application => new ClaimNeed(new Claim(application, new BookingAt(draft.Id, code), moves), from));
        if (claims.Refuses(needs) is { } refused)
        {
            return refused;
        }

        if (earlier is not null)
        {
            draft.Note(new DayFact.Ended(earlier.Code, BookingEnd.Moved));
        }

        draft.Note(new DayFact.Taken(
            code,
            hold.Request,
            hold.Conversation,
            [.. hold.Applications.Zip(places, (application, place) => new Seat(application, place.Slot, place.Kept))],
            hold.Priority,
            BookingStage.Held,
            draft.Now + draft.Around.Rules.HoldTime,
            moves));
        WaitingLine.Forget(draft, hold.Applications);
        return new PickupAnswer.Booked(BookingViews.Of(draft.Id, draft.Day.Bookings[code]));
    }

    /// <summary>The free places, and those that the same applicant gives up for them.</summary>
    private static Room Room(DayDraft draft, HoldPlaces hold, Booking? earlier)
    {
        var room = WaitingLine.RoomFor(draft, hold.Conversation);
        room.GiveBack(earlier?.Places ?? []);
        room.GiveBack(Moved(draft, hold)?.Places ?? []);
        return room;
    }

    /// <summary>The booking of this day that is to be moved: the applicant's own, and nobody has come for it yet.</summary>
    private static Booking? Moved(DayDraft draft, HoldPlaces hold) =>
        hold.Moves is { } moves && moves.Day == draft.Id
        && draft.Day.Bookings.TryGetValue(moves.Code, out var booking)
        && booking is { IsLive: true, Ticket: null }
        && (hold.Conversation is null || booking.Conversation is null || booking.Conversation == hold.Conversation)
            ? booking
            : null;

    private static BookingAt? StandsInTheWay(DayDraft draft, HoldPlaces hold, Booking? earlier)
    {
        foreach (var application in hold.Applications)
        {
            if (draft.Day.Applications.TryGetValue(application, out var code)
                && code != earlier?.Code && new BookingAt(draft.Id, code) is var other && other != hold.Moves)
            {
                return other;
            }
        }

        return null;
    }
}
