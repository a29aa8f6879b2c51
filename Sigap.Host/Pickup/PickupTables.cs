using System.Data.Common;
using Dapper;
using Sigap.Host.Storage;
using Sigap.Kernel;
using Sigap.Pickup;
using Sigap.Projections;

namespace Sigap.Host.Pickup;

/// <summary>A day on which something lives or is owed.</summary>
/// <param name="Written">The newest number in its journal.</param>
internal readonly record struct DayInUse(PickupDayId Day, long Written);

/// <summary>The pickup days as read tables. Applying a change twice is the same as once.</summary>
internal sealed class PickupTables(SigapDatabase database)
{
    /// <summary>Days on which something lives or is owed, whatever their date.</summary>
    public Task<IReadOnlyList<DayInUse>> DaysInUse(CancellationToken cancel) => database.Read(
        IReadOnlyList<DayInUse> (connection) =>
        [
            .. connection.Query<(string Day, long Written)>(
                $"""
                SELECT day, COALESCE((SELECT max(sequence_number) FROM journal WHERE persistence_id = '{PickupDayActor.StreamPrefix}' || day), 0)
                FROM (
                    SELECT day FROM pickup_booking WHERE ended IS NULL
                    UNION SELECT day FROM pickup_waiting
                    UNION SELECT day FROM pickup_errand) AS used
                ORDER BY day
                """)
                .Select(row => PickupDayId.Parse(row.Day) is { } day ? new DayInUse(day, row.Written) : (DayInUse?)null)
                .OfType<DayInUse>(),
        ],
        cancel);

    public static void Apply(PickupReadChange change, DbConnection connection, DbTransaction transaction)
    {
        var (statement, values) = StatementOf(change);
        connection.Execute(statement, values, transaction);
    }

    private static (string Statement, object Values) StatementOf(PickupReadChange change) => change switch
    {
        PickupReadChange.Taken taken => (
            """
            INSERT INTO pickup_booking (day, code, office, date, conversation, slot, places, priority, stage, changed_at)
            VALUES (@day, @code, @office, @date, @conversation, @slot, @places, @priority, @stage, @at)
            ON CONFLICT (day, code) DO NOTHING
            """,
            new
            {
                day = taken.Booking.Day.Value,
                code = taken.Booking.Code.Value,
                office = taken.Booking.Day.Office.Value,
                date = taken.Booking.Day.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                conversation = taken.Conversation?.Value,
                slot = Time(taken.Slot),
                places = taken.Places,
                priority = taken.Priority ? 1 : 0,
                stage = PickupNames.Of(taken.Stage),
                at = taken.At.ToWire(),
            }),
        PickupReadChange.Confirmed confirmed => Update(
            "stage = 'confirmed'", new { day = Day(confirmed), code = Code(confirmed), at = confirmed.At.ToWire() }),
        PickupReadChange.Reseated reseated => Update(
            "slot = @slot", new { day = Day(reseated), code = Code(reseated), slot = Time(reseated.Slot), at = reseated.At.ToWire() }),
        PickupReadChange.Ended ended => Update(
            "ended = @why", new { day = Day(ended), code = Code(ended), why = PickupNames.Of(ended.Why), at = ended.At.ToWire() }),
        PickupReadChange.WaitlistJoined joined => (
            """
            INSERT INTO pickup_waiting (day, conversation, places, since) VALUES (@day, @conversation, @places, @at)
            ON CONFLICT (day, conversation) DO NOTHING
            """,
            new { day = joined.Day.Value, conversation = joined.Conversation.Value, places = joined.Places, at = joined.At.ToWire() }),
        PickupReadChange.WaitlistLeft left => (
            "DELETE FROM pickup_waiting WHERE day = @day AND conversation = @conversation",
            new { day = left.Day.Value, conversation = left.Conversation.Value }),
        PickupReadChange.HandsChanged changed => (
            """
            UPDATE pickup_booking SET conversation = @to WHERE day = @day AND conversation = @from;
            INSERT INTO pickup_waiting (day, conversation, places, since)
            SELECT day, @to, places, since FROM pickup_waiting WHERE day = @day AND conversation = @from
            ON CONFLICT (day, conversation) DO UPDATE SET places = pickup_waiting.places + excluded.places;
            DELETE FROM pickup_waiting WHERE day = @day AND conversation = @from
            """,
            changed.From.Select(from => new { day = changed.Day.Value, from = from.Value, to = changed.To.Value }).ToList()),
        PickupReadChange.ErrandOwed owed => (
            "INSERT INTO pickup_errand (day, number) VALUES (@day, @number) ON CONFLICT (day, number) DO NOTHING",
            new { day = owed.Day.Value, number = owed.Number }),
        PickupReadChange.ErrandDone done => (
            "DELETE FROM pickup_errand WHERE day = @day AND number = @number",
            new { day = done.Day.Value, number = done.Number }),
        _ => throw new InvalidOperationException($"No table for {change.GetType().Name}"),
    };

    private static (string Statement, object Values) Update(string what, object values) =>
        ($"UPDATE pickup_booking SET {what}, changed_at = @at WHERE day = @day AND code = @code", values);

    private static string Day(PickupReadChange.OfBooking change) => change.Booking.Day.Value;

    private static string Code(PickupReadChange.OfBooking change) => change.Booking.Code.Value;

    private static string Time(TimeOnly slot) => slot.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
