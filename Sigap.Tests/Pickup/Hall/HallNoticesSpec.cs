using Sigap.Conversations;
using Sigap.Kernel;
using Sigap.Pickup;
using static Sigap.Tests.Pickup.HallStory;

namespace Sigap.Tests.Pickup;

/// <summary>What applicants are told from the hall; otherwise it is quiet.</summary>
public class HallNoticesSpec
{
    private static readonly ConversationId Ani = Phone("ani");

    private readonly HallStory _hall = new HallStory().Is("08:00").Open(1);

    [Fact]
    public void A_call_is_told_and_worthless_a_quarter_of_an_hour_later()
    {
        var ticket = _hall.Draw(saidBy: Ani).Number;

        _hall.Next();

        _hall.Owed.ShouldBe([new Errand.Tell(Ani, new Notice.Called(ticket, Day, Counter: 1, Calls: 1), At("08:15"))]);
    }

    [Fact]
    public void A_recall_is_told_as_a_further_call()
    {
        var ticket = _hall.Draw(saidBy: Ani).Number;
        _hall.Next();

        _hall.AtCounter(new Recall(Day, 101, 1));

        _hall.Told.Last().ShouldBe(new Notice.Called(ticket, Day, Counter: 1, Calls: 2));
    }

    [Fact]
    public void Five_before_its_turn_a_ticket_is_told_once()
    {
        Strangers(8);
        var ticket = _hall.Draw(saidBy: Ani);
        Strangers(3);
        _hall.Serve();
        _hall.Serve();
        _hall.Told.ShouldBeEmpty();

        _hall.Serve();

        var told = _hall.Told.ShouldHaveSingleItem().ShouldBeOfType<Notice.TurnNear>().Ticket;
        (told.Number, told.Ahead, told.Wait.HasValue).ShouldBe((ticket.Number, 5, true));
        _hall.Serve();
        _hall.Serve();
        _hall.Told.Count().ShouldBe(1);
    }

    [Fact]
    public void Who_draws_with_few_before_it_is_told_so_then_and_not_again()
    {
        Strangers(5);
        _hall.Draw(saidBy: Ani).Ahead.ShouldBe(5);

        _hall.Serve();

        _hall.Told.ShouldBeEmpty();
    }

    [Fact]
    public void Whose_slot_is_far_is_not_told_until_its_time_comes_near()
    {
        _hall.Arrive(_hall.Book("10:00", by: Ani), saidBy: Ani);
        Strangers(2);
        _hall.Serve();
        _hall.Told.ShouldBeEmpty();

        Enumerable.Range(0, 3).ToList().ForEach(_ => _hall.Is("09:00").Arrive(_hall.Book("09:30")));
        _hall.Is("09:30").Serve();

        _hall.Told.ShouldHaveSingleItem().ShouldBeOfType<Notice.TurnNear>();
    }

    [Fact]
    public void Who_was_called_already_and_is_handed_on_is_not_told_to_be_near()
    {
        _hall.Open(2);
        Strangers(10);
        var ticket = _hall.Draw(saidBy: Ani).Number;
        _hall.AtCounter(new CallTicket(Day, 101, 1, ticket));
        _hall.AtCounter(new Transfer(Day, 102, 1, 2));

        _hall.Serve();

        _hall.Told.ShouldHaveSingleItem().ShouldBeOfType<Notice.Called>();
    }

    [Fact]
    public void Who_booked_at_the_counter_and_arrives_in_a_chat_is_called_there()
    {
        _hall.Arrive(_hall.Book("08:00"), saidBy: Ani);

        _hall.Next();

        _hall.Owed.ShouldHaveSingleItem().ShouldBeOfType<Errand.Tell>().To.ShouldBe(Ani);
    }

    [Fact]
    public void Serving_ends_the_booking_frees_its_applications_and_is_told()
    {
        var code = _hall.Book("08:00", places: 2, by: Ani);
        var ticket = _hall.Arrive(code, saidBy: Ani).Number;
        var applications = _hall.State.Bookings[code].Seats.Select(seat => seat.Application).ToArray();

        _hall.Serve();

        _hall.State.Bookings[code].Ended.ShouldBe(BookingEnd.Served);
        _hall.State.Applications.ShouldBeEmpty();
        _hall.Owed.Skip(1).ShouldBe([
            new Errand.Release(new BookingAt(Day, code), [.. applications], BackTo: null),
            new Errand.Tell(Ani, new Notice.Served(ticket, Day, code, [.. applications]), At("15:00"))]);
    }

    [Fact]
    public void Missing_the_call_ends_the_booking_frees_its_application_and_is_told()
    {
        var code = _hall.Book("08:00", by: Ani);
        var ticket = _hall.Arrive(code, saidBy: Ani).Number;
        _hall.Next();

        _hall.AtCounter(new MarkNoShow(Day, 101, 1));

        _hall.State.Bookings[code].Ended.ShouldBe(BookingEnd.NoShow);
        _hall.Owed.Skip(1).ShouldBe([
            new Errand.Release(new BookingAt(Day, code), [_hall.State.Bookings[code].Seats[0].Application], BackTo: null),
            new Errand.Tell(Ani, new Notice.Missed(ticket, Day, code), At("15:00"))]);
    }

    [Fact]
    public void Who_was_missed_and_is_served_after_all_is_thanked_and_frees_nothing_twice()
    {
        var code = _hall.Book("08:00", by: Ani);
        var ticket = _hall.Arrive(code, saidBy: Ani).Number;
        _hall.Next();
        _hall.AtCounter(new MarkNoShow(Day, 101, 1));
        _hall.AtCounter(new CallTicket(Day, 102, 1, ticket));

        _hall.AtCounter(new MarkServed(Day, 103, 1));

        _hall.Told.Last().ShouldBeOfType<Notice.Served>().Code.ShouldBe(code);
        _hall.Owed.OfType<Errand.Release>().Count().ShouldBe(1);
        _hall.State.Bookings[code].Ended.ShouldBe(BookingEnd.NoShow);
    }

    [Fact]
    public void In_overtime_thanks_are_still_news_for_a_while()
    {
        _hall.Draw(saidBy: Ani);
        _hall.Is("15:20").Serve();

        _hall.Owed[^1].ShouldBeOfType<Errand.Tell>().ValidUntil.ShouldBe(At("15:35"));
    }

    [Fact]
    public void A_ticket_drawn_without_a_chat_is_only_on_the_board()
    {
        Strangers(8);
        _hall.Arrive(_hall.Book("08:00"));
        while (_hall.Serve() is not null)
        {
            _hall.Told.ShouldBeEmpty();
        }

        _hall.State.Hall.Tickets.Values.ShouldAllBe(ticket => !ticket.Nudged);
    }

    private void Strangers(int count)
    {
        for (var drawn = 0; drawn < count; drawn++)
        {
            _hall.Draw();
        }
    }
}
