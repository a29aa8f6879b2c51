using Sigap.Pickup;

namespace Sigap.Conversations.Dialogues;

/// <summary>
/// One phone has so many places at a time, over all days: the conversation counts them, for a pickup day knows only its own.
/// </summary>
internal static class PlacesOfPhone
{
    public static bool AreTooMany(TurnDraft turn, BookingDraft draft)
    {
        var elsewhere = turn.Pickup.Bookings
            .Where(booking => booking.Stage == BookingStage.Confirmed && booking.At != draft.Moves && BookingParty.IsAhead(turn, booking))
            .SelectMany(booking => booking.Seats)
            .Count(seat => !draft.Party.Applications.Contains(seat.Application));
        return elsewhere + draft.Party.Applications.Length > turn.Around.Office.Pickup.PlacesPerPhone;
    }
}
