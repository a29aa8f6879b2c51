using System.Globalization;
using Sigap.Content;

namespace Sigap.Host.Api.Offices;

/// <summary>Dates and times of an office as they stand in JSON.</summary>
internal static class OfficeTimes
{
    public static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Text(TimeOnly time) => time.ToString(@"HH\:mm", CultureInfo.InvariantCulture);

    /// <summary>In local time, with its distance from UTC.</summary>
    public static string Text(DateTimeOffset at, Office office) =>
        office.Local(at).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    public static TimeOnly? Time(string? text) =>
        TimeOnly.TryParseExact(text, @"HH\:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
