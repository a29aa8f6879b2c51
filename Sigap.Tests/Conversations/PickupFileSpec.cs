using Sigap.Applications;
using Sigap.Conversations;
using Sigap.Kernel;
using Sigap.Pickup;

namespace Sigap.Tests.Conversations;

public class PickupFileSpec
{
    private static readonly DateTimeOffset At = new(2026, 11, 24, 2, 0, 0, TimeSpan.Zero);
    private static readonly ApplicationNumber Number = ApplicationNumber.Parse("1106000000000008")!.Value;
    private static readonly PickupDayId Day = new(new OfficeId("jakarta-pusat"), new DateOnly(2026, 11, 25));
    private static readonly BookingCode Code = new("K7M4QX");
    private static readonly TicketNumber Ticket = new(Line.Booked, 41);

    private static readonly BookingView Booking = new(
        new BookingAt(Day, Code), BookingStage.Confirmed, [new Seat(Number, new TimeOnly(10, 0), false)], false, Collector.Applicant, null, null);

    [Fact]
    public void A_proof_is_remembered_with_its_moment()
    {
        var file = Proven(PickupFile.Empty, At);

        file.Application(Number)!.At.ShouldBe(At);
    }

    [Fact]
    public void A_proof_given_again_replaces_the_older_one() =>
        Proven(Proven(PickupFile.Empty, At), At.AddHours(1)).Proven.Length.ShouldBe(1);

    [Fact]
    public void Proofs_are_forgotten_after_thirty_days()
    {
        var other = ApplicationNumber.Parse("1106000000000009")!.Value;

        var file = Proven(Proven(PickupFile.Empty, At), At.AddDays(31), other);

        file.Proven.Select(proven => proven.Number).ShouldBe([other]);
    }

    [Fact]
    public void A_lapsed_hold_is_forgotten() =>
        Booked().After(new Notice.HoldLapsed(Booking.At), At).Bookings.ShouldBeEmpty();

    [Fact]
    public void An_offered_place_ends_the_wait_for_its_day()
    {
        var waiting = PickupMemory.With(PickupFile.Empty, new TurnFact.WaitlistJoined(Day), At)!;

        var file = waiting.After(new Notice.PlaceOffered(Booking with { Stage = BookingStage.Offered, Until = At.AddMinutes(10) }), At);

        file.Waits.ShouldBeEmpty();
        file.Bookings.Single().Stage.ShouldBe(BookingStage.Offered);
    }

    [Fact]
    public void A_booking_the_office_moved_is_known_by_its_new_places()
    {
        var moved = Booking with { Seats = [new Seat(Number, new TimeOnly(13, 0), false)] };

        Booked().After(new Notice.BookingMoved(moved), At).Bookings.ShouldBe([moved]);
    }

    [Fact]
    public void A_ticket_drawn_at_the_kiosk_belongs_to_its_booking()
    {
        var view = new TicketView(Ticket, TicketStage.Waiting, Line.Booked, null, 3, null, Code, Lateness.OnTime, 0);

        var file = Booked().After(new Notice.TicketDrawn(view, Day), At);

        file.Bookings.Single().Ticket.ShouldBe(Ticket);
        file.Tickets.ShouldBe([new DrawnTicket(Day, Ticket, Code)]);
    }

    [Fact]
    public void A_missed_booking_counts_as_a_no_show_and_is_over()
    {
        var file = Booked().After(new Notice.Missed(Ticket, Day, Code), At);

        file.NoShows.ShouldBe([At]);
        file.Bookings.ShouldBeEmpty();
    }

    [Fact]
    public void A_booking_nobody_came_for_counts_as_a_no_show_and_is_over()
    {
        var file = Booked().After(new Notice.NotSeen(Booking.At, new TimeOnly(10, 0)), At);

        file.NoShows.ShouldBe([At]);
        file.Bookings.ShouldBeEmpty();
    }

    [Fact]
    public void A_missed_walk_in_counts_for_nothing() =>
        PickupFile.Empty.After(new Notice.Missed(new TicketNumber(Line.WalkIn, 7), Day, null), At).NoShows.ShouldBeEmpty();

    [Fact]
    public void A_handover_ends_booking_and_proof_and_waits_for_a_rating()
    {
        var file = Proven(Booked(), At).After(new Notice.Served(Ticket, Day, Code, [Number]), At);

        file.Bookings.ShouldBeEmpty();
        file.Proven.ShouldBeEmpty();
        file.Unrated.ShouldBe(new DrawnTicket(Day, Ticket, Code));
    }

    [Fact]
    public void A_rating_is_given_once() =>
        PickupMemory.With(
            PickupFile.Empty with { Unrated = new DrawnTicket(Day, Ticket, Code) }, new TurnFact.ServiceRated(Day, Ticket, 5), At)!
            .Unrated.ShouldBeNull();

    [Fact]
    public void The_same_notice_twice_changes_nothing_the_second_time()
    {
        var notice = new Notice.PlaceOffered(Booking with { Stage = BookingStage.Offered, Until = At.AddMinutes(10) });
        var once = PickupFile.Empty.After(notice, At);

        once.After(notice, At).ShouldBe(once);
    }

    [Fact]
    public void Stopped_reminders_are_needless_and_what_belongs_to_a_booking_is_not()
    {
        var file = Booked() with { RemindersStopped = true };

        file.MakesNeedless(new Notice.BookingNear(Booking.At, new TimeOnly(10, 0), SameDay: true)).ShouldBeTrue();
        file.MakesNeedless(new Notice.BookingCancelled(Booking.At, BookingEnd.ByOfficer)).ShouldBeFalse();
    }

    [Fact]
    public void Whoever_has_a_booking_need_not_be_told_to_make_one()
    {
        var due = new Notice.CollectionDue(Number, 7, new DateOnly(2026, 11, 23));

        Booked().MakesNeedless(due).ShouldBeTrue();
        PickupFile.Empty.MakesNeedless(due).ShouldBeFalse();
    }

    [Fact]
    public void A_ticket_drawn_in_the_chat_is_not_told_once_more()
    {
        var view = new TicketView(Ticket, TicketStage.Waiting, Line.Booked, null, 3, null, Code, Lateness.OnTime, 0);
        var drawn = PickupMemory.With(PickupFile.Empty, new TurnFact.TicketSeen(new DrawnTicket(Day, Ticket, Code)), At)!;

        drawn.MakesNeedless(new Notice.TicketDrawn(view, Day)).ShouldBeTrue();
        PickupFile.Empty.MakesNeedless(new Notice.TicketDrawn(view, Day)).ShouldBeFalse();
    }

    private static PickupFile Booked() => PickupMemory.With(PickupFile.Empty, new TurnFact.BookingSeen(Booking), At)!;

    private static PickupFile Proven(PickupFile file, DateTimeOffset at, ApplicationNumber? number = null) => PickupMemory.With(
        file, new TurnFact.ApplicationProven(number ?? Number, Stage.ReadyForCollection, new DateOnly(2026, 11, 23), "B. S.", false), at)!;
}
