using System.Globalization;
using Sigap.Content;
using Sigap.Conversations.Dialogues;
using Sigap.Kernel;
using Sigap.Pickup;

namespace Sigap.Conversations;

/// <summary>What a notice says: a node of the content, the values of its variables, and its options.</summary>
internal static class NoticeReply
{
    /// <summary>From this day on the deadline is the message.</summary>
    private const int LastDays = 27;

    public static Reply For(Notice notice, Surroundings around, LanguageCode language) => new Saying(around, language).Of(notice);

    private sealed class Saying(Surroundings around, LanguageCode language)
    {
        public Reply Of(Notice notice) => notice switch
        {
            Notice.HoldLapsed n => Say(NoticeNodes.HoldLapsed, ("date", Date(n.Booking.Day))),
            Notice.PlaceOffered n => Say(
                NoticeNodes.PlaceOffered,
                ("date", Date(n.Booking.At.Day)),
                ("time", SlotOf(n.Booking)),
                ("places", Number(n.Booking.Seats.Length)),
                ("until", n.Booking.Until is { } until ? CalendarWords.Time(until, around.Office, language) : SlotOf(n.Booking))),
            Notice.OfferLapsed n => Say(NoticeNodes.OfferLapsed, ("date", Date(n.Booking.Day))),
            Notice.WaitlistClosed n => Say(NoticeNodes.WaitlistClosed, ("date", Date(n.Day))),
            Notice.BookingMoved n => Say(
                NoticeNodes.BookingMoved,
                ("date", Date(n.Booking.At.Day)),
                ("time", SlotOf(n.Booking)),
                ("code", n.Booking.At.Code.Value)),
            Notice.BookingCancelled n => Say(
                NoticeNodes.BookingCancelled, ("date", Date(n.Booking.Day)), ("code", n.Booking.Code.Value)),
            Notice.TicketDrawn n => Say(
                NoticeNodes.TicketDrawn,
                ("ticket", n.Ticket.Number.ToString()),
                ("ahead", Number(n.Ticket.Ahead)),
                ("wait", Minutes(n.Ticket.Wait))),
            Notice.TurnNear n => Say(
                NoticeNodes.TurnNear,
                ("ticket", n.Ticket.Number.ToString()),
                ("ahead", Number(n.Ticket.Ahead)),
                ("wait", Minutes(n.Ticket.Wait))),
            Notice.Called n => Say(NoticeNodes.Called, ("ticket", n.Ticket.ToString()), ("counter", Number(n.Counter))),
            Notice.Missed n => Say(NoticeNodes.Missed, ("ticket", n.Ticket.ToString())),
            Notice.NotSeen n => Say(NoticeNodes.NotSeen, ("date", Date(n.Booking.Day)), ("time", Slot(n.Slot))),
            Notice.Served n => Say(NoticeNodes.Served, ("ticket", n.Ticket.ToString())),
            Notice.BookingNear n => Say(
                n.SameDay ? NoticeNodes.BookingToday : NoticeNodes.BookingDayBefore,
                ("date", Date(n.Booking.Day)),
                ("time", Slot(n.Slot)),
                ("code", n.Booking.Code.Value)),
            Notice.CollectionDue n => Collection(n),
            _ => throw new InvalidOperationException($"Nothing says the notice {notice.GetType().Name}"),
        };

        private Reply Collection(Notice.CollectionDue due)
        {
            var deadline = due.ReadyOn.AddDays(around.Content.Fact("collection-days"));
            var left = deadline.DayNumber - around.Office.LocalDate(around.Now).DayNumber;
            return Say(
                due.Day < LastDays ? NoticeNodes.Collection : NoticeNodes.CollectionLast,
                ("number", StatusProof.Masked(due.Application)),
                ("since", CalendarWords.Day(due.ReadyOn, language)),
                ("days", Number(due.Day)),
                ("deadline", CalendarWords.Day(deadline, language)),
                ("left", Number(Math.Max(0, left))));
        }

        private Reply Say(string node, params ReadOnlySpan<(string Name, string Value)> values) =>
            new([Part.Of(node, values)], around.Content.OffersOf(language, around.Office.Id, node));

        private string Date(PickupDayId day) => CalendarWords.Day(day.Date, language);

        private string SlotOf(BookingView booking) => booking.Seats is [var first, ..] ? Slot(first.Slot) : around.Office.ZoneName;

        private string Slot(TimeOnly slot) => $"{CalendarWords.Time(slot, language)} {around.Office.ZoneName}";

        /// <summary>"8-15": a range, because a point would be a lie.</summary>
        private static string Minutes(WaitEstimate? wait) => wait is { } known
            ? $"{Number((int)known.From.TotalMinutes)}-{Number((int)Math.Ceiling(known.To.TotalMinutes))}"
            : "0";

        private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
    }
}
