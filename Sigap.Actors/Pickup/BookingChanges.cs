using System.Collections.Immutable;

namespace Sigap.Pickup;

/// <summary>What becomes of a hold, an offer or a booking.</summary>
internal static class BookingChanges
{
    private static readonly PickupAnswer NotFound = new PickupAnswer.Refused(PickupRefusal.NotFound);

    public static PickupAnswer Confirm(DayDraft draft, ConfirmBooking command, ClaimRound claims) =>
        draft.Day.Bookings.GetValueOrDefault(command.Code) switch
        {
            null => NotFound,
            { Ended: BookingEnd.Lapsed } => new PickupAnswer.Refused(PickupRefusal.Lapsed),
            { IsLive: false } => NotFound,
            { Stage: BookingStage.Confirmed } before => Booked(draft, before),
            var pending => Confirm(draft, pending, command.Collector, claims),
        };

    public static PickupAnswer ChangeCollector(DayDraft draft, ChangeCollector command)
    {
        if (draft.Day.Bookings.GetValueOrDefault(command.Code) is not { IsLive: true, Stage: BookingStage.Confirmed } booking)
        {
            return NotFound;
        }

        if (booking.Collector != command.Collector)
        {
            draft.Note(new DayFact.CollectorChanged(command.Code, command.Collector));
        }

        return Booked(draft, draft.Day.Bookings[command.Code]);
    }

    public static PickupAnswer End(DayDraft draft, EndBooking command)
    {
        if (!draft.Day.Bookings.TryGetValue(command.Code, out var booking))
        {
            return NotFound;
        }

        if (booking.Ended is { } before)
        {
            return new PickupAnswer.Ended(command.Code, before);
        }

        draft.Note(new DayFact.Ended(command.Code, command.Why));
        if (command.Why is BookingEnd.ByOfficer or BookingEnd.OfficeClosed)
        {
            DayNews.Cancelled(draft, booking, command.Why);
        }

        return new PickupAnswer.Ended(command.Code, command.Why);
    }

    private static PickupAnswer Confirm(DayDraft draft, Booking pending, Collector collector, ClaimRound claims)
    {
        var at = new BookingAt(draft.Id, pending.Code);
        if (pending.Moves is { } used && used.Day == draft.Id
            && draft.Day.Bookings.GetValueOrDefault(used.Code) is { IsLive: true, Ticket: not null })
        {
            // Its applicant has arrived and waits with a ticket.
            return new PickupAnswer.Refused(PickupRefusal.AlreadyBooked, used);
        }

        // A hold took its claims when it was made; an offer did not, and a move takes over those of the booking it replaces.
        IEnumerable<ClaimNeed> needs = pending is { Stage: BookingStage.Held, Moves: null }
            ? []
            : pending.Applications.Select(application => new ClaimNeed(new Claim(application, at, Instead: null), pending.Moves));
        if (claims.Refuses(needs) is { } refused)
        {
            return refused;
        }

        draft.Note(new DayFact.Confirmed(pending.Code, collector));
        if (pending.Moves is { } moved)
        {
            Replace(draft, moved);
        }

        return Booked(draft, draft.Day.Bookings[pending.Code]);
    }

    private static void Replace(DayDraft draft, BookingAt moved)
    {
        if (moved.Day != draft.Id)
        {
            draft.Owe(new Errand.End(moved, BookingEnd.Moved));
        }
        else if (draft.Day.Bookings.GetValueOrDefault(moved.Code) is { IsLive: true })
        {
            draft.Note(new DayFact.Ended(moved.Code, BookingEnd.Moved));
        }
    }

    private static PickupAnswer Booked(DayDraft draft, Booking booking) =>
        new PickupAnswer.Booked(BookingViews.Of(draft.Id, booking));
}
