using System.Globalization;
using Sigap.Kernel;

namespace Sigap.Pickup;

/// <summary>One office on one date: what a queue manager is for. Prints as <c>jakarta-pusat.2026-11-25</c>.</summary>
public readonly record struct PickupDayId(OfficeId Office, DateOnly Date)
{
    private const string Format = "yyyy-MM-dd";

    public string Value => $"{Office.Value}.{Date.ToString(Format, CultureInfo.InvariantCulture)}";

    public static PickupDayId? Parse(string? value)
    {
        var dot = value?.LastIndexOf('.') ?? -1;
        return dot > 0 && DateOnly.TryParseExact(value![(dot + 1)..], Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new PickupDayId(new OfficeId(value[..dot]), date)
            : null;
    }

    public override string ToString() => Value;
}

/// <summary>Six characters that name a booking, shown to its applicant and typed at the kiosk.</summary>
public readonly record struct BookingCode(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A number on the day: A-041. The letter is the line it was drawn for.</summary>
public readonly record struct TicketNumber(Line Line, int Number)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Letter}-{Number:000}");

    public static TicketNumber? Parse(string? text) =>
        text is [var letter, '-', .. var digits] && LineOf(char.ToUpperInvariant(letter)) is { } line
        && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? new TicketNumber(line, number)
            : null;

    private char Letter => Line switch { Line.Booked => 'A', Line.WalkIn => 'B', _ => 'P' };

    private static Line? LineOf(char letter) => letter switch
    {
        'A' => Line.Booked,
        'B' => Line.WalkIn,
        'P' => Line.Priority,
        _ => null,
    };
}
