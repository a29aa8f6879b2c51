using Sigap.Pickup;

namespace Sigap.Host.Api.Offices;

/// <summary>The words of the pickup queue in JSON. They stay; programs may rely on them.</summary>
internal static class PickupWords
{
    public const string Lines = "^(booked|walk-in|priority)$";
    public const string DrawnLines = "^(walk-in|priority)$";
    public const string Collectors = "^(applicant|family|proxy)$";
    public const string Times = "^([01][0-9]|2[0-3]):[0-5][0-9]$";
    public const string Tickets = "^[ABP]-[0-9]{3,}$";
    public const string Codes = "^[A-Z0-9]{6}$";

    public static string Name(Line line) => line switch { Line.Booked => "booked", Line.WalkIn => "walk-in", _ => "priority" };

    /// <summary>A line a ticket can be drawn for without a booking; null for any other word.</summary>
    public static Line? DrawnLine(string? name) => name switch { "walk-in" => Line.WalkIn, "priority" => Line.Priority, _ => null };

    public static string Name(Collector collector) =>
        collector switch { Collector.Applicant => "applicant", Collector.Family => "family", _ => "proxy" };

    public static Collector? CollectorOf(string? name) =>
        name switch { "applicant" => Collector.Applicant, "family" => Collector.Family, "proxy" => Collector.Proxy, _ => null };

    public static string Name(TicketStage stage) => stage switch
    {
        TicketStage.Waiting => "waiting",
        TicketStage.Called => "called",
        TicketStage.OnHold => "on-hold",
        TicketStage.Served => "served",
        _ => "no-show",
    };

    public static string Name(Lateness late) =>
        late switch { Lateness.OnTime => "on-time", Lateness.WithinGrace => "within-grace", _ => "missed" };

    /// <summary>A booking's code as people type it; null for what cannot be one.</summary>
    public static BookingCode? Code(string? text) =>
        text?.Trim().ToUpperInvariant() is { Length: 6 } code && code.All(char.IsAsciiLetterOrDigit) ? new BookingCode(code) : null;
}
