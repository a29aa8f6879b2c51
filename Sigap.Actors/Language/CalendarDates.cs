namespace Sigap.Language;

/// <summary>Dates out of bare numbers, in the order people here write them: day, month, year.</summary>
internal static class CalendarDates
{
    public const int EarliestYear = 1900;
    public const int LatestYear = 2100;

    /// <summary>17 8 1990 and 1990 8 17; 2 28 1990 only because 28 is no month. Null when there is no such day.</summary>
    public static DateOnly? FromNumbers(int first, int second, int third)
    {
        if (first >= EarliestYear)
        {
            return Of(first, second, third);
        }

        return third < EarliestYear ? null : FromDayFirst(first, second, third);
    }

    public static DateOnly? FromDayFirst(int first, int second, int year) =>
        second > 12 && first <= 12 ? Of(year, first, second) : Of(year, second, first);

    /// <summary>17081990, or else 19900817.</summary>
    public static DateOnly? FromDigits(ReadOnlySpan<char> digits)
    {
        if (digits.Length != 8)
        {
            return null;
        }

        return Of(Number(digits[4..]), Number(digits[2..4]), Number(digits[..2]))
            ?? Of(Number(digits[..4]), Number(digits[4..6]), Number(digits[6..]));
    }

    public static DateOnly? Of(int year, int month, int day) =>
        year is < EarliestYear or > LatestYear || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            ? null
            : new DateOnly(year, month, day);

    public static int Number(ReadOnlySpan<char> digits)
    {
        var value = 0;
        foreach (var digit in digits)
        {
            value = (value * 10) + digit - '0';
        }

        return value;
    }
}
