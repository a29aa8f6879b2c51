using System.Globalization;
using Sigap.Kernel;

namespace Sigap.Content;

/// <summary>Dates, times and money as the two languages write them. Written out here, because culture data differ by machine.</summary>
public static class CalendarWords
{
    private static readonly string[] IndonesianDays = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"];

    private static readonly string[] IndonesianMonths =
    [
        "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember",
    ];

    private static readonly string[] EnglishMonths =
    [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ];

    public static string Weekday(DayOfWeek day, LanguageCode language) =>
        language == LanguageCode.English ? day.ToString() : IndonesianDays[(int)day];

    /// <summary>Kamis, 24 Desember 2026.</summary>
    public static string Day(DateOnly date, LanguageCode language) =>
        $"{Weekday(date.DayOfWeek, language)}, {date.Day} {Months(language)[date.Month - 1]} {date.Year}";

    /// <summary>08.00 in Indonesian, 08:00 in English.</summary>
    public static string Time(TimeOnly time, LanguageCode language) =>
        time.ToString(language == LanguageCode.English ? @"HH\:mm" : @"HH\.mm", CultureInfo.InvariantCulture);

    /// <summary>23.59 WITA.</summary>
    public static string Time(DateTimeOffset at, Office office, LanguageCode language) =>
        $"{Time(TimeOnly.FromDateTime(office.Local(at).DateTime), language)} {office.ZoneName}";

    /// <summary>Kamis, 24 Desember 2026 pukul 08.00 WIB.</summary>
    public static string Moment(DateTimeOffset at, Office office, LanguageCode language) =>
        $"{Day(office.LocalDate(at), language)} {(language == LanguageCode.English ? "at" : "pukul")} {Time(at, office, language)}";

    /// <summary>Rp350.000 in Indonesian, Rp350,000 in English.</summary>
    public static string Rupiah(long amount, LanguageCode language)
    {
        var grouped = amount.ToString("#,0", CultureInfo.InvariantCulture);

        return "Rp" + (language == LanguageCode.English ? grouped : grouped.Replace(',', '.'));
    }

    private static string[] Months(LanguageCode language) =>
        language == LanguageCode.English ? EnglishMonths : IndonesianMonths;
}
