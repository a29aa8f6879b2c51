using System.Data.Common;
using System.Globalization;
using Dapper;
using Sigap.Kernel;
using Sigap.Pickup;
using Sigap.Reminders;

namespace Sigap.Host.Reminders;

/// <summary>Sets and ends the reminders of bookings, as the read table of the pickup days has them after the same event.</summary>
internal static class BookingReminders
{
    /// <summary>Those of a booking that is confirmed and lives; one an officer made at the counter has nobody to remind.</summary>
    public static void Plan(
        DbConnection connection, DbTransaction transaction, BookingAt booking, TimeSpan utcOffset, DateTimeOffset at)
    {
        var found = connection.QuerySingleOrDefault<Row>(
            """
            SELECT conversation AS Conversation, slot AS Slot FROM pickup_booking
            WHERE day = @day AND code = @code AND stage = 'confirmed' AND ended IS NULL AND conversation IS NOT NULL
            """,
            new { day = booking.Day.Value, code = booking.Code.Value },
            transaction);
        End(connection, transaction, booking);
        if (found is not null)
        {
            var slot = TimeOnly.ParseExact(found.Slot, "HH:mm", CultureInfo.InvariantCulture);
            ReminderRows.Set(
                connection, transaction, ReminderPlan.ForBooking(new ConversationId(found.Conversation), booking, slot, utcOffset, at));
        }
    }

    public static void End(DbConnection connection, DbTransaction transaction, BookingAt booking) =>
        ReminderRows.End(connection, transaction, ReminderPlan.SubjectOf(booking));

    private sealed record Row(string Conversation, string Slot);
}
