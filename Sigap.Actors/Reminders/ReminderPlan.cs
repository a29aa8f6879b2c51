using System.Collections.Immutable;
using System.Globalization;
using Sigap.Conversations;
using Sigap.Kernel;
using Sigap.Pickup;

namespace Sigap.Reminders;

/// <summary>When an applicant is reminded of what. Pure; a reminder whose moment had passed when it was planned is not planned.</summary>
public static class ReminderPlan
{
    private static readonly TimeOnly DayBeforeAt = new(16, 0);
    private static readonly TimeSpan SameDayBefore = TimeSpan.FromHours(2);

    /// <summary>Later than this before the slot, a reminder only disturbs who is on the way.</summary>
    private static readonly TimeSpan LastMoment = TimeSpan.FromMinutes(15);

    private static readonly TimeOnly CollectionAt = new(9, 0);

    /// <summary>Days since the passport was ready.</summary>
    private static readonly ImmutableArray<int> CollectionDays = [0, 7, 14, 21, 27, 29];

    public static string SubjectOf(BookingAt booking) => $"booking/{booking.Day}/{booking.Code}";

    public static string SubjectOf(ApplicationNumber application) => $"collection/{application.Value}";

    /// <summary>For a confirmed booking: the day before in the afternoon, and two hours before.</summary>
    /// <param name="madeAt">When it was made, or moved within its day.</param>
    public static ImmutableArray<Reminder> ForBooking(
        ConversationId conversation, BookingAt booking, TimeOnly slot, TimeSpan utcOffset, DateTimeOffset madeAt)
    {
        var date = booking.Day.Date;
        var begins = At(date, slot, utcOffset);
        Reminder[] all =
        [
            new(
                $"{SubjectOf(booking)}/day-before",
                conversation,
                At(date.AddDays(-1), DayBeforeAt, utcOffset),
                At(date.AddDays(-1), QuietHours.From, utcOffset),
                new Notice.BookingNear(booking, slot, SameDay: false)),
            new(
                $"{SubjectOf(booking)}/same-day",
                conversation,
                QuietHours.After(begins - SameDayBefore),
                begins - LastMoment,
                new Notice.BookingNear(booking, slot, SameDay: true)),
        ];
        return [.. all.Where(reminder => reminder.DueAt > madeAt && reminder.DueAt < reminder.ValidUntil)];
    }

    /// <summary>For a passport that waits: on fixed days in the morning, until it is collected.</summary>
    /// <param name="knownAt">When it became known that it is ready.</param>
    /// <param name="isNews">
    /// The applicant has not been told yet: then the first reminder comes as soon as it may, however late the office told us.
    /// </param>
    public static ImmutableArray<Reminder> ForCollection(
        ConversationId conversation, ApplicationNumber application, DateOnly readyOn, TimeSpan utcOffset, DateTimeOffset knownAt, bool isNews)
    {
        var fixedDays = CollectionDays
            .Select(day => On(readyOn.AddDays(day), At(readyOn.AddDays(day), CollectionAt, utcOffset)))
            .Where(reminder => reminder.DueAt > knownAt);
        if (!isNews)
        {
            return [.. fixedDays];
        }

        var morning = At(readyOn, CollectionAt, utcOffset);
        var first = QuietHours.After(knownAt.ToOffset(utcOffset) > morning ? knownAt.ToOffset(utcOffset) : morning);
        var date = DateOnly.FromDateTime(first.DateTime);
        return date > readyOn.AddDays(CollectionDays[^1])
            ? []
            : [On(date, first), .. fixedDays.Where(reminder => DateOnly.FromDateTime(reminder.DueAt.DateTime) > date)];

        Reminder On(DateOnly date, DateTimeOffset dueAt) => new(
            string.Create(CultureInfo.InvariantCulture, $"{SubjectOf(application)}/{conversation}.{date:yyyy-MM-dd}"),
            conversation,
            dueAt,
            At(date, QuietHours.From, utcOffset),
            new Notice.CollectionDue(application, date.DayNumber - readyOn.DayNumber, readyOn));
    }

    private static DateTimeOffset At(DateOnly date, TimeOnly time, TimeSpan utcOffset) => new(date.ToDateTime(time), utcOffset);
}
