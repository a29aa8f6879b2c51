using System.Collections.Immutable;
using Sigap.Kernel;
using Sigap.Pickup;

namespace Sigap.Content;

/// <summary>An immigration office (kantor imigrasi) as its file in <c>config/offices</c> describes it.</summary>
/// <param name="ApplicationCode">The four digits its application numbers begin with.</param>
/// <param name="ZoneName">WIB, WITA or WIT. Indonesia has no daylight saving, so the offset is a constant of the office.</param>
/// <param name="Hours">Counter hours by weekday; a day without entry is closed.</param>
/// <param name="PickupHours">Hours of the collection counter by weekday.</param>
public sealed record Office(
    OfficeId Id,
    BusinessNumberId BusinessNumber,
    string ApplicationCode,
    string ZoneName,
    TimeSpan UtcOffset,
    LocalizedText Name,
    LocalizedText ShortName,
    LocalizedText Address,
    LocalizedText Contact,
    ImmutableDictionary<DayOfWeek, ImmutableArray<OpenHours>> Hours,
    ImmutableDictionary<DayOfWeek, ImmutableArray<OpenHours>> PickupHours,
    ImmutableDictionary<DateOnly, LocalizedText> Closures,
    Provenance Provenance)
{
    /// <summary>How it hands out passports.</summary>
    public PickupRules Pickup { get; init; } = PickupRules.Usual;

    /// <summary>In the order of their dates, none overlapping.</summary>
    public ImmutableArray<SpecialHours> SpecialHours { get; init; } = [];

    /// <summary>The special hours in force on a date; null on an ordinary one.</summary>
    public SpecialHours? SpecialOn(DateOnly date)
    {
        foreach (var special in SpecialHours)
        {
            if (special.Covers(date))
            {
                return special;
            }
        }

        return null;
    }

    /// <summary>The counter hours planned for a date, whether or not it is a holiday.</summary>
    public ImmutableArray<OpenHours> HoursOn(DateOnly date) => On(date, SpecialOn(date)?.Hours, Hours);

    /// <summary>The hours of the collection counter planned for a date, whether or not it is a holiday.</summary>
    public ImmutableArray<OpenHours> PickupHoursOn(DateOnly date) => On(date, SpecialOn(date)?.PickupHours, PickupHours);

    public DateTimeOffset Local(DateTimeOffset instant) => instant.ToOffset(UtcOffset);

    public DateOnly LocalDate(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant).DateTime);

    private static ImmutableArray<OpenHours> On(
        DateOnly date,
        ImmutableDictionary<DayOfWeek, ImmutableArray<OpenHours>>? changed,
        ImmutableDictionary<DayOfWeek, ImmutableArray<OpenHours>> usual) =>
        changed?.TryGetValue(date.DayOfWeek, out var special) is true ? special : usual.GetValueOrDefault(date.DayOfWeek, []);
}

/// <summary>A stretch of opening hours in local time.</summary>
public readonly record struct OpenHours(TimeOnly From, TimeOnly To);

/// <summary>A short text in every language Sigap speaks.</summary>
public sealed record LocalizedText(string Indonesian, string English)
{
    public string In(LanguageCode language) => language == LanguageCode.English ? English : Indonesian;
}
