using System.Globalization;
using Sigap.Kernel;

namespace Sigap.Content;

/// <summary>The variables every text may use: the office, its hours, the fees and the facts.</summary>
internal class StandardValues(ContentSet content, Office office, LanguageCode language, DateOnly today)
{
    protected ContentSet Content => content;

    protected Office Office => office;

    protected LanguageCode Language => language;

    /// <summary>Null when there is no such variable.</summary>
    public string? Of(string name) => name switch
    {
        "office.name" => office.Name.In(language),
        "office.short" => office.ShortName.In(language),
        "office.address" => office.Address.In(language),
        "office.contact" => office.Contact.In(language),
        "office.hours" => Hours(SpecialHoursWords.Counters(office, language)),
        "office.pickup_hours" => Hours(SpecialHoursWords.Pickup(office, language)),
        "office.zone" => office.ZoneName,
        "office.code" => office.ApplicationCode,
        "office.today" => Today(),
        "holidays.next" => NextClosed(),
        _ => Fee(name) ?? Fact(name) ?? Rupiah(name),
    };

    public static readonly IReadOnlyList<string> OfficeNames =
    [
        "office.name", "office.short", "office.address", "office.contact", "office.hours", "office.pickup_hours", "office.zone",
        "office.code", "office.today", "holidays.next",
    ];

    protected virtual string Hours(SpecialHoursWords hours) => hours.On(today);

    protected virtual string Today() => OfficeWords.Today(content, office, language, today);

    protected virtual string NextClosed() => OfficeWords.NextClosed(content, office, language, today);

    private string? Fee(string name) => After("fee.", name) is { } id && content.Fees.TryGetValue(id, out var fee)
        ? CalendarWords.Rupiah(fee.Rupiah, language)
        : null;

    private string? Fact(string name) => After("fact.", name) is { } id && content.Facts.TryGetValue(id, out var fact)
        ? fact.Value.ToString(CultureInfo.InvariantCulture)
        : null;

    private string? Rupiah(string name) => After("rupiah.", name) is { } id && content.Facts.TryGetValue(id, out var fact)
        ? CalendarWords.Rupiah(fact.Value, language)
        : null;

    private static string? After(string prefix, string name) =>
        name.StartsWith(prefix, StringComparison.Ordinal) ? name[prefix.Length..] : null;
}

/// <summary>The same variables with the longest value each can take on any day: what the content check fills in.</summary>
internal sealed class LongestStandardValues(ContentSet content, Office office, LanguageCode language)
    : StandardValues(content, office, language, DateOnly.MinValue)
{
    protected override string Hours(SpecialHoursWords hours) => hours.Longest;

    protected override string Today() => OfficeWords.LongestToday(Content, Office, Language);

    protected override string NextClosed() => OfficeWords.LongestNextClosed(Content, Office, Language);
}
