using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Sigap.Content;
using Sigap.Pickup;

namespace Sigap.Host.Api.Offices;

/// <summary>A number drawn for the day.</summary>
internal sealed record TicketJson(
    [property: Description("A-041: A booked, B walk-in, P priority.")] string Number,
    [property: Description("waiting, called, on-hold, served or no-show.")] string Stage,
    [property: Description("booked, walk-in or priority: the line it waits in.")] string Line,
    [property: Description("The counter that called it.")] int? Counter,
    [property: Description("Tickets that are called before it.")] int Ahead,
    [property: Description("Null when it is not waiting.")] WaitJson? Wait,
    [property: Description("The code of its booking.")] string? Booking,
    [property: Description("on-time; within-grace (after its slot began: it lost places); missed (a walk-in now).")] string Lateness,
    [property: Description("How often it was called.")] int Calls)
{
    public static TicketJson From(TicketView view) => new(
        view.Number.ToString(),
        PickupWords.Name(view.Stage),
        PickupWords.Name(view.Line),
        view.Counter,
        view.Ahead,
        WaitJson.From(view.Wait),
        view.Code?.Value,
        PickupWords.Name(view.Late),
        view.Calls);
}

/// <summary>An estimate is a range.</summary>
internal sealed record WaitJson(
    [property: JsonPropertyName("from_minutes"), Range(0, 1440)] int FromMinutes,
    [property: JsonPropertyName("to_minutes"), Range(0, 1440)] int ToMinutes)
{
    public static WaitJson? From(WaitEstimate? wait) => wait is { } range
        ? new WaitJson((int)Math.Floor(range.From.TotalMinutes), (int)Math.Ceiling(range.To.TotalMinutes))
        : null;
}

/// <summary>The hall at one moment, without personal data.</summary>
internal sealed record QueueJson(
    string Office,
    string Date,
    [property: Description("Counts up with everything that changes.")] long Version,
    IReadOnlyList<CounterStateJson> Counters,
    [property: Description("The tickets that come next, in order, at most twelve.")] IReadOnlyList<string> Next,
    WaitingJson Waiting,
    [property: JsonPropertyName("on_hold"), Description("Tickets put aside by a counter.")] IReadOnlyList<string> OnHold,
    [property: Description("For somebody who draws a ticket now; null when it cannot be told.")] WaitJson? Wait)
{
    public static QueueJson From(HallView view, Office office) => new(
        view.Day.Office.Value,
        OfficeTimes.Text(view.Day.Date),
        view.Version,
        [
            .. view.Counters.Select(counter => new CounterStateJson(
                counter.Counter, counter.IsOpen, counter.Ticket?.ToString(), counter.Calls,
                counter.CalledAt is { } at ? OfficeTimes.Text(at, office) : null)),
        ],
        [.. view.Next.Select(ticket => ticket.ToString())],
        new WaitingJson(
            view.Waiting.GetValueOrDefault(Line.Booked),
            view.Waiting.GetValueOrDefault(Line.WalkIn),
            view.Waiting.GetValueOrDefault(Line.Priority)),
        [.. view.OnHold.Select(ticket => ticket.ToString())],
        WaitJson.From(view.WaitOfANewcomer));
}

internal sealed record CounterStateJson(
    [property: Range(1, HallEndpoints.MostCounters)] int Counter,
    bool Open,
    [property: Description("The ticket in front of it.")] string? Ticket,
    [property: Description("How often its ticket was called.")] int Calls,
    [property: JsonPropertyName("called_at"), Description("With offset from UTC.")] string? CalledAt);

/// <summary>How many wait in each line.</summary>
internal sealed record WaitingJson(int Booked, [property: JsonPropertyName("walk_in")] int WalkIn, int Priority);

/// <summary>What an action at a counter came to.</summary>
internal sealed record CounterJson(
    int Counter,
    [property: Description("The ticket it was about; null when there is none, as after next with nobody waiting.")]
    TicketJson? Ticket);

internal sealed record DoorCodeJson(
    string Date,
    [property: RegularExpression("^[0-9]{4}$"), Description("To show at the door today: who writes it in the chat is there.")]
    string Code);

internal sealed record ArrivalRequest(
    [property: Required, RegularExpression(PickupWords.Codes), Description("The booking's code; small letters will do.")]
    string? Code);

internal sealed record WalkInRequest(
    [property: Required, RegularExpression(PickupWords.DrawnLines)]
    [property: Description("walk-in, or priority for 60+, disabled, pregnant, with small children.")]
    string? Line);

internal sealed record TransferRequest(
    [property: Required, Range(1, HallEndpoints.MostCounters), Description("The counter that calls the ticket as its next.")]
    int? To);

internal sealed record CallRequest(
    [property: Required, RegularExpression(PickupWords.Tickets), Description("The ticket to call, out of turn: A-041.")]
    string? Ticket);
