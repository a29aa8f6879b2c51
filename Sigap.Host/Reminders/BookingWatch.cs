using System.Data.Common;
using Dapper;
using Sigap.Kernel;
using Sigap.Pickup;
using Sigap.Reminders;

namespace Sigap.Host.Reminders;

/// <summary>Sets and ends the reminders of bookings. Who has a booking is told when its places are taken, and kept until it ends.</summary>
internal static class BookingWatch
{
    public static void Taken(DbConnection connection, DbTransaction transaction, ReminderChange.BookingTaken taken) => connection.Execute(
        """
        INSERT INTO booking_watch (day, code, conversation, slot_minutes, is_confirmed)
        VALUES (@day, @code, @conversation, @slot, 0)
        ON CONFLICT (day, code) DO NOTHING
        """,
        new
        {
            day = taken.Booking.Day.Value,
            code = taken.Booking.Code.Value,
            conversation = taken.Conversation.Value,
            slot = Minutes(taken.Slot),
        },
        transaction);

    public static void Confirmed(
        DbConnection connection, DbTransaction transaction, ReminderChange.BookingConfirmed confirmed, TimeSpan utcOffset) =>
        Change(connection, transaction, confirmed.Booking, row => row with { IsConfirmed = 1 }, utcOffset, confirmed.At);

    public static void Reseated(
        DbConnection connection, DbTransaction transaction, ReminderChange.BookingReseated reseated, TimeSpan utcOffset) =>
        Change(connection, transaction, reseated.Booking, row => row with { SlotMinutes = Minutes(reseated.Slot) }, utcOffset, reseated.At);

    public static void Ended(DbConnection connection, DbTransaction transaction, BookingAt booking)
    {
        connection.Execute(
            "DELETE FROM booking_watch WHERE day = @day AND code = @code",
            new { day = booking.Day.Value, code = booking.Code.Value },
            transaction);
        ReminderRows.End(connection, transaction, ReminderPlan.SubjectOf(booking));
    }

    private static void Change(
        DbConnection connection, DbTransaction transaction, BookingAt booking, Func<Row, Row> change, TimeSpan utcOffset, DateTimeOffset at)
    {
        var key = new { day = booking.Day.Value, code = booking.Code.Value };
        var found = connection.QuerySingleOrDefault<Row>(
            """
            SELECT conversation AS Conversation, slot_minutes AS SlotMinutes, is_confirmed AS IsConfirmed
            FROM booking_watch WHERE day = @day AND code = @code
            """,
            key,
            transaction);

        // A booking that an officer made at the counter has nobody to remind.
        if (found is null)
        {
            return;
        }

        var row = change(found);
        connection.Execute(
            "UPDATE booking_watch SET slot_minutes = @SlotMinutes, is_confirmed = @IsConfirmed WHERE day = @day AND code = @code",
            new { row.SlotMinutes, row.IsConfirmed, key.day, key.code },
            transaction);
        if (row.IsConfirmed == 0)
        {
            return;
        }

        var slot = TimeOnly.MinValue.AddMinutes(row.SlotMinutes);
        ReminderRows.End(connection, transaction, ReminderPlan.SubjectOf(booking));
        ReminderRows.Set(
            connection, transaction, ReminderPlan.ForBooking(new ConversationId(row.Conversation), booking, slot, utcOffset, at));
    }

    private static long Minutes(TimeOnly slot) => (long)slot.ToTimeSpan().TotalMinutes;

    private sealed record Row(string Conversation, long SlotMinutes, long IsConfirmed);
}
