using Sigap.Applications;
using Sigap.Content;
using Sigap.Conversations;
using Sigap.Kernel;
using Sigap.Pickup;
using Sigap.Reminders;

namespace Sigap.Tests.Scenarios;

/// <summary>The reminders of one conversation, as the tables of the host keep them: by key, dropped when their subject is gone.</summary>
internal sealed class ScenarioReminders(ConversationId conversation, Office office)
{
    private readonly SortedDictionary<string, Reminder> _reminders = new(StringComparer.Ordinal);
    private readonly Dictionary<BookingAt, TimeOnly> _taken = [];

    public DateTimeOffset? NextDue => _reminders.Count == 0 ? null : _reminders.Values.Min(reminder => reminder.DueAt);

    /// <summary>An application proven as ready in the chat is watched from then on.</summary>
    public void Take(TurnTaken turn)
    {
        foreach (var proven in turn.Facts.OfType<TurnFact.ApplicationProven>())
        {
            if (proven is { Stage: Stage.ReadyForCollection, ReadyOn: { } readyOn })
            {
                Drop(ReminderPlan.SubjectOf(proven.Number));
                Set(ReminderPlan.ForCollection(conversation, proven.Number, readyOn, office.UtcOffset, turn.HeardAt, isNews: false));
            }
        }
    }

    public void Take(PickupDayId day, DayChanged changed)
    {
        foreach (var change in ReminderProjection.Of(day, changed))
        {
            switch (change)
            {
                case ReminderChange.BookingTaken taken when taken.Conversation == conversation:
                    _taken[taken.Booking] = taken.Slot;
                    break;
                case ReminderChange.BookingConfirmed confirmed when _taken.TryGetValue(confirmed.Booking, out var slot):
                    Set(ReminderPlan.ForBooking(conversation, confirmed.Booking, slot, office.UtcOffset, confirmed.At));
                    break;
                case ReminderChange.BookingReseated reseated when _taken.ContainsKey(reseated.Booking):
                    Drop(ReminderPlan.SubjectOf(reseated.Booking));
                    Set(ReminderPlan.ForBooking(conversation, reseated.Booking, reseated.Slot, office.UtcOffset, reseated.At));
                    break;
                case ReminderChange.BookingEnded ended:
                    Drop(ReminderPlan.SubjectOf(ended.Booking));
                    break;
            }
        }
    }

    public void Take(Notice notice)
    {
        if (notice is Notice.Served served)
        {
            foreach (var application in served.Applications)
            {
                Drop(ReminderPlan.SubjectOf(application));
            }
        }
    }

    /// <summary>Takes out what is due; what came too late makes no sense any more.</summary>
    public IEnumerable<Notify> Due(DateTimeOffset now)
    {
        foreach (var reminder in _reminders.Values.Where(reminder => reminder.DueAt <= now).OrderBy(reminder => reminder.DueAt).ToList())
        {
            _reminders.Remove(reminder.Key);
            if (reminder.ValidUntil > now)
            {
                yield return new Notify(conversation, new MessageId(reminder.Key).Fingerprint, reminder.Notice, reminder.ValidUntil);
            }
        }
    }

    private void Set(IEnumerable<Reminder> reminders)
    {
        foreach (var reminder in reminders)
        {
            _reminders[reminder.Key] = reminder;
        }
    }

    private void Drop(string subject)
    {
        foreach (var key in _reminders.Keys.Where(key => key.StartsWith($"{subject}/", StringComparison.Ordinal)).ToList())
        {
            _reminders.Remove(key);
        }
    }
}
