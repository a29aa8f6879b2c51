using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Sigap.Content;
using Sigap.Conversations;
using Sigap.Kernel;
using Sigap.Pickup;

namespace Sigap.Tests.Scenarios;

/// <summary>
/// The office around one conversation, in virtual time: its pickup days with the real decisions, its counters and kiosk, other
/// applicants, reminders, and a calendar that may change. What falls due on the way happens at its moment.
/// </summary>
internal sealed class ScenarioWorld : IPickupDesk
{
    private readonly FakeTimeProvider _clock;
    private readonly Office _office;
    private readonly ConversationId _conversation;
    private readonly ChangingContent _content;
    private readonly OtherApplicants _others;
    private readonly ScenarioReminders _reminders;
    private readonly Queue<Notify> _told = new();
    private ulong _requests;

    public ScenarioWorld(FakeTimeProvider clock, Office office, ConversationId conversation, ChangingContent content)
    {
        _clock = clock;
        _office = office;
        _conversation = conversation;
        _content = content;
        Pickup = new PickupOffice(new CalendarPlans(content), clock.GetUtcNow(), Tell);
        _others = new OtherApplicants(Pickup, office);
        _reminders = new ScenarioReminders(conversation, office);
        Pickup.Changed += _reminders.Take;
    }

    public PickupOffice Pickup { get; }

    public DoorCodes Doors { get; } = new([1, 2, 3]);

    /// <summary>The pickup days do not answer.</summary>
    public bool Away { get; set; }

    public string DoorCode => Doors.For(Today);

    private PickupDayId Today => new(_office.Id, _office.LocalDate(_clock.GetUtcNow()));

    /// <summary>The conversation's way to the days.</summary>
    public Task<PickupAnswer> Ask(IWithPickupDay message, CancellationToken cancel) =>
        Away ? throw new TimeoutException("The pickup days are away") : Pickup.Ask(message, cancel);

    /// <summary>Every day's state is written and read back.</summary>
    public void Restart() => Pickup.Restart(day =>
    {
        var read = (PickupDay)PickupSerializer.Read(PickupSerializer.Write(day), PickupSerializer.StateManifest);
        PickupSerializer.Write(read).ShouldBe(PickupSerializer.Write(day));
        return read;
    });

    public void Heard(TurnTaken turn) => _reminders.Take(turn);

    /// <summary>Time passes; each thing that was told on the way is handed over at its moment.</summary>
    public async Task Pass(TimeSpan time, Action<Notify> deliver)
    {
        var end = _clock.GetUtcNow() + time;
        while (Earliest(Pickup.NextDue, _reminders.NextDue) is { } due && due <= end)
        {
            await MoveTo(due > _clock.GetUtcNow() ? due : _clock.GetUtcNow());
            foreach (var reminder in _reminders.Due(_clock.GetUtcNow()))
            {
                Tell(reminder);
            }

            Deliver(deliver);
        }

        await MoveTo(end);
        Deliver(deliver);
    }

    /// <summary>Hands over what was told without time passing.</summary>
    public void Deliver(Action<Notify> deliver)
    {
        while (_told.TryDequeue(out var notify))
        {
            _reminders.Take(notify.Notice);
            deliver(notify);
        }
    }

    /// <summary>"1 next": an officer at a counter.</summary>
    public async Task Counter(string line)
    {
        if (line.Split(' ') is not [var number, var act, .. var more])
        {
            throw new FormatException($"counter: {line} is not a counter and what it does");
        }

        var counter = int.Parse(number, CultureInfo.InvariantCulture);
        IWithPickupDay command = act switch
        {
            "open" => new OpenCounter(Today, ++_requests, counter),
            "close" => new CloseCounter(Today, ++_requests, counter),
            "next" => new CallNext(Today, ++_requests, counter),
            "call" => new CallTicket(Today, ++_requests, counter, TicketNumber.Parse(more[0])!.Value),
            "recall" => new Recall(Today, ++_requests, counter),
            "hold" => new HoldTicket(Today, ++_requests, counter),
            "no-show" => new MarkNoShow(Today, ++_requests, counter),
            "served" => new MarkServed(Today, ++_requests, counter),
            _ => throw new FormatException($"A counter cannot '{act}'"),
        };
        await Done(command);
    }

    /// <summary>"2026-11-25 fill", "2026-11-25 free 1", "2026-11-25 wait 2", "2026-11-25 book 3", "2026-11-25 arrive 3".</summary>
    public async Task Others(string line)
    {
        if (line.Split(' ') is not [var day, var act, .. var more])
        {
            throw new FormatException($"others: {line} is not a day and what they do");
        }

        var date = Date(day);
        var count = more is [var number] ? int.Parse(number, CultureInfo.InvariantCulture) : 1;
        await (act switch
        {
            "fill" => _others.Fill(date),
            "free" => _others.Free(date, count),
            "wait" => _others.Wait(date, count),
            "book" => _others.Book(date, count),
            "arrive" => _others.Arrive(date, count),
            _ => throw new FormatException($"Others cannot '{act}'"),
        });
    }

    /// <summary>Somebody types a booking code at the kiosk.</summary>
    public Task Kiosk(string code) => Done(new Arrive(Today, ++_requests, new BookingCode(code)));

    public Task Officer(string line) => line.Split(' ') switch
    {
        ["cancel", var day, var code] => Done(new EndBooking(new PickupDayId(_office.Id, Date(day)), new BookingCode(code), BookingEnd.ByOfficer)),
        ["book", var day, var number] => Done(new HoldPlaces(
            new PickupDayId(_office.Id, Date(day)), ++_requests, null, [ApplicationNumber.Parse(number)!.Value], null, Priority: false)),
        _ => throw new FormatException($"An officer cannot '{line}'"),
    };

    /// <summary>"close 2026-11-25", "close 2026-11-25 2026-12-09", "from 13:00 2026-11-25".</summary>
    public async Task Calendar(string line)
    {
        var date = Date(line.Split(' ')[^1]);
        switch (line.Split(' '))
        {
            case ["close", _]: _content.Close(_office, date); break;
            case ["close", var from, _]:
                for (var day = Date(from); day <= date; day = day.AddDays(1))
                {
                    _content.Close(_office, day);
                }

                break;
            case ["from", var time, _]: _content.OpenFrom(_office, date, TimeOnly.Parse(time, CultureInfo.InvariantCulture)); break;
            default: throw new FormatException($"calendar: {line} changes nothing that is known");
        }

        await Done(new ReviewDay(new PickupDayId(_office.Id, date)));
    }

    private async Task Done(IWithPickupDay command) =>
        (await Pickup.Ask(command, CancellationToken.None)).ShouldNotBeOfType<PickupAnswer.Refused>($"{command}");

    private void Tell(Notify notify)
    {
        if (notify.Conversation == _conversation)
        {
            _told.Enqueue(notify);
        }
    }

    private async Task MoveTo(DateTimeOffset moment)
    {
        if (moment > _clock.GetUtcNow())
        {
            _clock.SetUtcNow(moment);
        }

        await Pickup.AdvanceTo(moment, CancellationToken.None);
    }

    private static DateTimeOffset? Earliest(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null ? other : other is null || one < other ? one : other;

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
