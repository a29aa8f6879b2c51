using Sigap.Kernel;

namespace Sigap.Pickup;

/// <summary>One phone has at most so many live places of a day: a hold is free, so somebody could hold them all.</summary>
internal static class PhoneLimit
{
    /// <param name="besides">Bookings that are given up for the new one.</param>
    public static bool Exceeds(DayDraft draft, ConversationId? conversation, int places, IReadOnlyCollection<Booking?> besides)
    {
        if (conversation is null)
        {
            return false;
        }

        var has = draft.Day.Bookings.Values
            .Where(booking => booking.IsLive && booking.Conversation == conversation && !besides.Contains(booking))
            .Sum(booking => booking.Seats.Length);
        return has + places > draft.Around.Rules.PlacesPerPhone;
    }
}
