using System.Collections.Immutable;
using Sigap.Kernel;

namespace Sigap.Content;

/// <summary>Hours of the counters, or of collection, in words: the week, and the special hours that are in force or near.</summary>
internal sealed class SpecialHoursWords(
    Office office,
    ImmutableDictionary<DayOfWeek, ImmutableArray<OpenHours>> usual,
    Func<SpecialHours, ImmutableDictionary<DayOfWeek, ImmutableArray<OpenHours>>> changed,
    LanguageCode language)
{
    /// <summary>Special hours are told so long before they begin: as far as most offices let people book.</summary>
    private const int NoticeDays = 14;

    private const int DaysOfAWeek = 7;

    public static SpecialHoursWords Counters(Office office, LanguageCode language) =>
        new(office, office.Hours, special => special.Hours, language);

    public static SpecialHoursWords Pickup(Office office, LanguageCode language) =>
        new(office, office.PickupHours, special => special.PickupHours, language);

    /// <summary>What is in force comes first, what is near comes last.</summary>
    public string On(DateOnly today) =>
        Changes.FirstOrDefault(special => today <= special.To && special.From.AddDays(-NoticeDays) <= today) is not { } next ? Weekly
        : next.From <= today ? InForce(next)
        : Near(next);

    /// <summary>The longest that <see cref="On"/> can become on any day.</summary>
    public string Longest =>
        Changes.SelectMany(special => new[] { InForce(special), Near(special) }).Append(Weekly).MaxBy(text => text.Length)!;

    private IEnumerable<SpecialHours> Changes => office.SpecialHours.Where(special => !changed(special).IsEmpty);

    private bool IsEnglish => language == LanguageCode.English;

    private string Weekly => OfficeWords.Weekly(usual, office, language);

    private string InForce(SpecialHours special) => $"{Described(special)}\n{(IsEnglish ? "At other times" : "Di luar itu")}:\n{Weekly}";

    private string Near(SpecialHours special) => $"{Weekly}\n{Described(special)}";

    private string Described(SpecialHours special) => special.From == special.To ? OneDay(special) : Period(special);

    private string OneDay(SpecialHours special) =>
        $"{Date(special.From)}: {OfficeWords.Hours(HoursOn(special, special.From.DayOfWeek), office, language)} ({Name(special)})";

    private string Period(SpecialHours special) =>
        $"{Name(special)}, {Date(special.From)} {(IsEnglish ? "to" : "s.d.")} {Date(special.To)}:\n"
        + OfficeWords.Runs(Weekdays(special).Select(day => (day, HoursOn(special, day))), office, language);

    private string Date(DateOnly date) => CalendarWords.Day(date, language);

    private string Name(SpecialHours special) =>
        special.Name.In(language) + (special.Estimated ? OfficeWords.Estimated(language) : "");

    private ImmutableArray<OpenHours> HoursOn(SpecialHours special, DayOfWeek day) =>
        changed(special).TryGetValue(day, out var own) ? own : usual.GetValueOrDefault(day, []);

    /// <summary>A short period has only some weekdays, in the order of its dates.</summary>
    private static IEnumerable<DayOfWeek> Weekdays(SpecialHours special)
    {
        var days = special.To.DayNumber - special.From.DayNumber + 1;

        return days >= DaysOfAWeek
            ? OfficeWords.Week
            : Enumerable.Range(0, days).Select(day => special.From.AddDays(day).DayOfWeek);
    }
}
