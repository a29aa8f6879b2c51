using System.Data.Common;
using Dapper;
using Sigap.Applications;
using Sigap.Content;
using Sigap.Conversations;
using Sigap.Host.Applications;
using Sigap.Host.Storage;
using Sigap.Kernel;
using Sigap.Reminders;

namespace Sigap.Host.Reminders;

/// <summary>The reminders: set and ended by what the projector reads, given out when they are due.</summary>
internal sealed class ReminderTables(SigapDatabase database, IContentSource content)
{
    /// <summary>Within the projector's transaction, so that no event is applied twice and none is left out.</summary>
    public void Apply(ReminderChange change, DbConnection connection, DbTransaction transaction)
    {
        switch (change)
        {
            case ReminderChange.BookingConfirmed { Booking: var booking } confirmed when OffsetOf(booking.Day.Office) is { } offset:
                BookingReminders.Plan(connection, transaction, booking, offset, confirmed.At);
                break;
            case ReminderChange.BookingReseated { Booking: var booking } reseated when OffsetOf(booking.Day.Office) is { } offset:
                BookingReminders.Plan(connection, transaction, booking, offset, reseated.At);
                break;
            case ReminderChange.BookingEnded ended:
                BookingReminders.End(connection, transaction, ended.Booking);
                break;
            case ReminderChange.ApplicationWatched watched when content.Current.OfficeOf(watched.Conversation.Business) is { } office:
                ApplicationWatch.WaitForTurn(database, connection, transaction);
                ApplicationWatch.Begin(connection, transaction, watched, office.UtcOffset);
                break;
            case ReminderChange.ApplicationCollected collected:
                ApplicationWatch.WaitForTurn(database, connection, transaction);
                ApplicationWatch.End(connection, transaction, collected.Application);
                break;
        }
    }

    /// <summary>What is due now, oldest first. Of passports that have been collected since, nothing is due any more.</summary>
    public Task<DueReminders> Due(DateTimeOffset now, int most, CancellationToken cancel) => database.Read(
        connection =>
        {
            var due = ReminderRows.Due(connection, now, most);
            return new DueReminders(
                [.. due.Where(reminder => reminder.ValidUntil > now && !IsOver(connection, reminder))],
                [.. due.Where(reminder => reminder.ValidUntil > now && IsOver(connection, reminder))],
                [.. due.Where(reminder => reminder.ValidUntil <= now)]);
        },
        cancel);

    /// <summary>Takes them away, unless they were set anew for another time meanwhile.</summary>
    public Task Remove(IReadOnlyCollection<Reminder> reminders, CancellationToken cancel) => reminders.Count == 0
        ? Task.CompletedTask
        : database.Write(
            (connection, transaction) =>
            {
                foreach (var reminder in reminders)
                {
                    connection.Execute(
                        "DELETE FROM reminder WHERE key = @Key AND due_at = @due",
                        new { reminder.Key, due = reminder.DueAt.ToWire() },
                        transaction);
                }
            },
            cancel);

    private static bool IsOver(DbConnection connection, Reminder reminder) =>
        reminder.Notice is Notice.CollectionDue due
        && ApplicationTable.Find(connection, due.Application) is { Stage: not Stage.ReadyForCollection };

    private TimeSpan? OffsetOf(OfficeId office) => content.Current.Offices.GetValueOrDefault(office)?.UtcOffset;
}

/// <param name="Over">What they remind of is over.</param>
/// <param name="Late">They make no sense any more.</param>
internal sealed record DueReminders(IReadOnlyList<Reminder> Now, IReadOnlyList<Reminder> Over, IReadOnlyList<Reminder> Late)
{
    public int Count => Now.Count + Over.Count + Late.Count;
}
