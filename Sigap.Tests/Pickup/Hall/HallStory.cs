using System.Globalization;
using Sigap.Conversations;
using Sigap.Kernel;
using Sigap.Pickup;

namespace Sigap.Tests.Pickup;

/// <summary>
/// One day in the hall of Jakarta Pusat: slots of half an hour, 08.00-12.00 and 13.00-15.00, with the usual rules. Each command
/// is decided in a draft of its own, folded, and remembered with what it owed.
/// </summary>
internal sealed class HallStory
{
    public static readonly PickupDayId Day = new(new OfficeId("jakarta-pusat"), new DateOnly(2026, 11, 25));

    public static readonly DayPlan Plan = new(
        Day,
        TimeSpan.FromHours(7),
        [.. new[] { "08:00", "08:30", "09:00", "09:30", "10:00", "10:30", "11:00", "11:30", "13:00", "13:30", "14:00", "14:30" }
            .Select(Time)
            .Select(from => new SlotPlan(from, from.AddMinutes(30), Open: 14, Priority: 2))]);

    private readonly List<DayChanged> _journal = [];
    private readonly List<Errand> _owed = [];
    private ulong _request;
    private int _bookings;

    public PickupDay State { get; private set; } = PickupDay.Origin;

    public PickupRules Rules { get; set; } = PickupRules.Usual;

    public DayPlan Calendar { get; set; } = Plan;

    public DateTimeOffset Now { get; private set; } = At("08:00");

    public DaySurroundings Around => new(Calendar, Rules, Now);

    public IReadOnlyList<DayChanged> Journal => _journal;

    public IReadOnlyList<Errand> Owed => _owed;

    public IEnumerable<Notice> Told => _owed.OfType<Errand.Tell>().Select(tell => tell.Notice);

    /// <summary>What the last command changed; null when it changed nothing.</summary>
    public DayChanged? Changed { get; private set; }

    public static TimeOnly Time(string time) => TimeOnly.Parse(time, CultureInfo.InvariantCulture);

    public static DateTimeOffset At(string time) => Plan.At(Time(time));

    public static ConversationId Phone(string name) => new($"109000000000001.{name}");

    public HallStory Is(string time)
    {
        Now = At(time);
        return this;
    }

    public HallStory Later(TimeSpan by)
    {
        Now += by;
        return this;
    }

    /// <summary>A confirmed booking; of a family when it has several places, which are in adjacent slots.</summary>
    public BookingCode Book(string slot, bool priority = false, int places = 1, ConversationId? by = null)
    {
        var code = Hold(slot, priority, places, by);
        Note(new DayFact.Confirmed(code, Collector.Applicant));
        return code;
    }

    public BookingCode Hold(string slot, bool priority = false, int places = 1, ConversationId? by = null)
    {
        var number = ++_bookings;
        var code = new BookingCode($"KODE{number:00}");
        var seats = Enumerable.Range(0, places).Select(place => new Seat(
            ApplicationNumber.Parse($"11060000{number:0000}{place:0000}")!.Value, Time(slot).AddMinutes(30 * place), priority));
        Note(new DayFact.Taken(
            code, 900_000 + (ulong)number, by, [.. seats], priority, BookingStage.Held, Now + TimeSpan.FromMinutes(5), Moves: null));
        return code;
    }

    public void End(BookingCode code, BookingEnd why) => Note(new DayFact.Ended(code, why));

    public PickupAnswer Decide(IHallCommand command)
    {
        var draft = new DayDraft(State, Around);
        var answer = HallDecider.Decide(draft, command);
        Changed = draft.Finish();
        if (Changed is { } changed)
        {
            Write(changed);
            _owed.AddRange(changed.Errands);
        }

        return answer;
    }

    public PickupAnswer Ask(IPickupQuery query) => HallViews.Answer(State, query, Around);

    public HallView Board => Ask(new GetHall(Day)).ShouldBeOfType<PickupAnswer.Hall>().View;

    public TicketView See(TicketNumber ticket) => Ask(new GetTicket(Day, ticket)).ShouldBeOfType<PickupAnswer.Ticket>().View;

    public TicketView Arrive(BookingCode code, ConversationId? saidBy = null) =>
        Decide(new Arrive(Day, NextRequest(), code, saidBy)).ShouldBeOfType<PickupAnswer.Ticket>().View;

    public TicketView Draw(Line line = Line.WalkIn, ConversationId? saidBy = null) =>
        Decide(new DrawTicket(Day, NextRequest(), line, saidBy)).ShouldBeOfType<PickupAnswer.Ticket>().View;

    public HallStory Open(params int[] counters)
    {
        foreach (var counter in counters)
        {
            AtCounter(new OpenCounter(Day, NextRequest(), counter));
        }

        return this;
    }

    public HallStory Close(int counter)
    {
        AtCounter(new CloseCounter(Day, NextRequest(), counter));
        return this;
    }

    public TicketView? Next(int counter = 1) => AtCounter(new CallNext(Day, NextRequest(), counter));

    /// <summary>The next ticket is called, and served at once.</summary>
    public TicketNumber? Serve(int counter = 1)
    {
        var ticket = Next(counter);
        return ticket is null ? null : AtCounter(new MarkServed(Day, NextRequest(), counter))!.Number;
    }

    public TicketView? AtCounter(ICounterCommand command)
    {
        var answer = Decide(command).ShouldBeOfType<PickupAnswer.AtCounter>();
        answer.Counter.ShouldBe(command.Counter);
        return answer.View;
    }

    public PickupRefusal Refused(IHallCommand command)
    {
        var refused = Decide(command).ShouldBeOfType<PickupAnswer.Refused>();
        Changed.ShouldBeNull();
        return refused.Why;
    }

    public ulong NextRequest() => ++_request;

    private void Note(DayFact fact)
    {
        var draft = new DayDraft(State, Around);
        draft.Note(fact);
        Write(draft.Finish()!);
    }

    private void Write(DayChanged changed)
    {
        _journal.Add(changed);
        State = PickupEvolution.Evolve(State, changed);
    }
}
