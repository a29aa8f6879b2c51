using CsCheck;
using Sigap.Conversations;
using Sigap.Kernel;
using Sigap.Pickup;
using Sigap.Reminders;

namespace Sigap.Tests.Reminders;

public class ReminderPlanSpec
{
    private static readonly TimeSpan Wit = TimeSpan.FromHours(9);
    private static readonly ConversationId Conversation = new("109000000000003.AAECAwQFBgcICQoLDA0O");
    private static readonly ApplicationNumber Application = ApplicationNumber.Parse("1308000000123456")!.Value;
    private static readonly BookingAt Booking = new(PickupDayId.Parse("jayapura.2026-11-27")!.Value, new BookingCode("K7M4QX"));
    private static readonly DateOnly Ready = new(2026, 11, 2);

    [Fact]
    public void A_booking_is_reminded_of_the_day_before_in_the_afternoon_and_two_hours_before()
    {
        var plan = ForBooking(new TimeOnly(10, 30), Local(25, 9));

        plan.Select(reminder => (reminder.DueAt, reminder.ValidUntil)).ShouldBe(
            [(Local(26, 16), Local(26, 20)), (Local(27, 8, 30), Local(27, 10, 15))]);
        plan.Select(reminder => ((Notice.BookingNear)reminder.Notice).SameDay).ShouldBe([false, true]);
    }

    [Fact]
    public void Two_hours_before_an_early_slot_is_when_the_quiet_hours_end() =>
        ForBooking(new TimeOnly(8, 0), Local(25, 9))[^1].DueAt.ShouldBe(Local(27, 7));

    [Fact]
    public void A_booking_made_after_a_reminders_moment_has_none_of_it()
    {
        ForBooking(new TimeOnly(10, 30), Local(26, 16, 1)).ShouldHaveSingleItem().DueAt.ShouldBe(Local(27, 8, 30));
        ForBooking(new TimeOnly(10, 30), Local(27, 9)).ShouldBeEmpty();
    }

    [Fact]
    public void A_passport_is_reminded_of_on_fixed_days_in_the_morning_until_the_evening()
    {
        var plan = ForCollection(new DateTimeOffset(2026, 11, 1, 8, 0, 0, Wit), isNews: true);

        plan.Select(reminder => ((Notice.CollectionDue)reminder.Notice).Day).ShouldBe([0, 7, 14, 21, 27, 29]);
        plan.ShouldAllBe(reminder => reminder.DueAt.TimeOfDay == TimeSpan.FromHours(9) && reminder.ValidUntil.TimeOfDay == TimeSpan.FromHours(20)
            && reminder.DueAt.Date == reminder.ValidUntil.Date);
    }

    [Fact]
    public void News_that_comes_during_the_day_is_told_at_once() =>
        ForCollection(Local(2, 13), isNews: true)[0].DueAt.ShouldBe(Local(2, 13));

    [Fact]
    public void News_that_comes_at_night_is_told_in_the_morning()
    {
        var first = ForCollection(Local(2, 23), isNews: true)[0];

        first.DueAt.ShouldBe(Local(3, 7));
        first.ValidUntil.ShouldBe(Local(3, 20));
        ((Notice.CollectionDue)first.Notice).Day.ShouldBe(1);
    }

    [Fact]
    public void News_on_a_fixed_day_is_told_once_that_day()
    {
        var plan = ForCollection(Local(9, 8), isNews: true);

        plan.Select(reminder => reminder.DueAt).Take(2).ShouldBe([Local(9, 8), Local(16, 9)]);
    }

    [Fact]
    public void Who_has_just_read_it_in_the_chat_is_reminded_from_the_next_fixed_day_on() =>
        ForCollection(Local(2, 13), isNews: false)[0].DueAt.ShouldBe(Local(9, 9));

    [Fact]
    public void A_passport_known_too_late_is_not_reminded_of_at_all() =>
        ForCollection(new DateTimeOffset(2026, 12, 2, 8, 0, 0, Wit), isNews: true).ShouldBeEmpty();

    [Fact]
    public void Nothing_is_ever_due_in_the_quiet_hours_or_when_it_makes_no_sense_any_more() =>
        Gen.Select(Gen.Int[0, 60 * 24 * 40], Gen.Int[7 * 4, 17 * 4], Gen.OneOf(7, 8, 9), Gen.Bool).Sample((minutes, quarter, hours, isNews) =>
        {
            var offset = TimeSpan.FromHours(hours);
            var at = new DateTimeOffset(2026, 11, 1, 0, 0, 0, offset).AddMinutes(minutes).ToUniversalTime();
            Reminder[] plan =
            [
                .. ReminderPlan.ForBooking(Conversation, Booking, TimeOnly.MinValue.AddMinutes(quarter * 15), offset, at),
                .. ReminderPlan.ForCollection(Conversation, Application, Ready, offset, at, isNews),
            ];
            foreach (var reminder in plan)
            {
                var time = TimeOnly.FromDateTime(reminder.DueAt.ToOffset(offset).DateTime);
                (time >= QuietHours.To && time < QuietHours.From).ShouldBeTrue($"{time}");
                reminder.DueAt.ShouldBeLessThan(reminder.ValidUntil);
                reminder.DueAt.ShouldBeGreaterThanOrEqualTo(at);
            }

            plan.Select(reminder => reminder.Key).ShouldBeUnique();
            plan.Select(reminder => reminder.Notify.Id).ShouldBeUnique();
        });

    [Fact]
    public void A_reminder_set_anew_for_another_time_is_another_notice()
    {
        var reminder = ForBooking(new TimeOnly(10, 30), Local(25, 9))[0];

        (reminder with { DueAt = reminder.DueAt.AddHours(1) }).Notify.Id.ShouldNotBe(reminder.Notify.Id);
        (reminder with { DueAt = reminder.DueAt.ToUniversalTime() }).Notify.Id.ShouldBe(reminder.Notify.Id);
    }

    private static DateTimeOffset Local(int day, int hour, int minute = 0) => new(2026, 11, day, hour, minute, 0, Wit);

    private static IReadOnlyList<Reminder> ForBooking(TimeOnly slot, DateTimeOffset madeAt) =>
        ReminderPlan.ForBooking(Conversation, Booking, slot, Wit, madeAt.ToUniversalTime());

    private static IReadOnlyList<Reminder> ForCollection(DateTimeOffset knownAt, bool isNews) =>
        ReminderPlan.ForCollection(Conversation, Application, Ready, Wit, knownAt.ToUniversalTime(), isNews);
}
