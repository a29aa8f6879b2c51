using System.Collections.Immutable;
using System.Globalization;
using Sigap.Kernel;

namespace Sigap.Content.Loading;

/// <summary><c>config/offices/&lt;id&gt;.yaml</c>.</summary>
internal static class OfficeFile
{
    private static readonly (string Name, TimeSpan Offset)[] Zones =
    [
        ("WIB", TimeSpan.FromHours(7)), ("WITA", TimeSpan.FromHours(8)), ("WIT", TimeSpan.FromHours(9)),
    ];

    public static void Read(YamlMap map, string fileName, Draft draft)
    {
        var id = map.Required("id");
        var number = Digits(map, "phone_number_id", 5, 30);
        var code = Digits(map, "application_code", 4, 4);
        var zone = Zone(map);
        var name = map.Localized("name");
        var shortName = map.Localized("short_name");
        var address = map.Localized("address");
        var contact = map.Localized("contact");
        var hours = WeekHours.Read(map, "hours");
        var pickup = WeekHours.Read(map, "pickup_hours");
        var rules = PickupSection.Read(map);
        var special = SpecialHoursList.Read(map, pickup, rules, draft.Today);
        var closures = Closures(map);
        var provenance = map.Provenance(draft.Today);
        map.NothingElse();

        SlotFit.Check(map, pickup, rules);

        if (id is not null && id != fileName)
        {
            draft.Findings.Error(map.PlaceOf("id"), $"'id' is '{id}', but the file is named '{fileName}.yaml'; make them equal");
        }

        if (!Ids.IsOption(fileName))
        {
            draft.Findings.Error(map.Place, $"the office id '{fileName}' may have only a-z, 0-9 and '-'; rename the file");
        }

        if (id is null || number is null || code is null || zone is null || name is null || shortName is null || address is null
            || contact is null || provenance is null)
        {
            return;
        }

        var office = new Office(
            new OfficeId(fileName), new BusinessNumberId(number), code, zone.Value.Name, zone.Value.Offset, name, shortName, address,
            contact, hours, pickup, closures, provenance)
        {
            Pickup = rules,
            SpecialHours = special,
        };

        Add(map, draft, office);
    }

    private static void Add(YamlMap map, Draft draft, Office office)
    {
        foreach (var (other, _) in draft.Offices.Values)
        {
            if (other.BusinessNumber == office.BusinessNumber)
            {
                draft.Findings.Error(map.PlaceOf("phone_number_id"), $"office '{other.Id}' already has this phone_number_id; give each office its own");
            }

            if (other.ApplicationCode == office.ApplicationCode)
            {
                draft.Findings.Error(map.PlaceOf("application_code"),
                    $"office '{other.Id}' already has the code {office.ApplicationCode}; give each office its own");
            }
        }

        draft.Offices[office.Id] = (office, map.Place);
    }

    private static string? Digits(YamlMap map, string key, int least, int most)
    {
        if (map.Required(key) is not { } text)
        {
            return null;
        }

        if (text.All(char.IsAsciiDigit) && text.Length >= least && text.Length <= most)
        {
            return text;
        }

        var expected = least == most ? $"{most} digits" : $"{least} to {most} digits";
        map.Findings.Error(map.PlaceOf(key), $"'{key}' is '{text}'; write {expected} in quotes");
        return null;
    }

    private static (string Name, TimeSpan Offset)? Zone(YamlMap map)
    {
        var zone = map.Parsed<(string Name, TimeSpan Offset)>(
            "zone",
            text => Zones.Where(known => known.Name == text).Select(known => ((string, TimeSpan)?)known).FirstOrDefault(),
            "WIB, WITA or WIT");

        var offset = map.Parsed<TimeSpan>("utc_offset", ParseOffset, "\"+07:00\", \"+08:00\" or \"+09:00\" in quotes");

        if (zone is { } known && offset is { } given && given != known.Offset)
        {
            map.Findings.Error(map.PlaceOf("utc_offset"), $"{known.Name} is UTC+{known.Offset:hh\\:mm}; write utc_offset: \"+{known.Offset:hh\\:mm}\"");
        }

        return zone;
    }

    private static TimeSpan? ParseOffset(string text) => text.StartsWith('+')
        && TimeSpan.TryParseExact(text[1..], @"hh\:mm", CultureInfo.InvariantCulture, out var offset) ? offset : null;

    private static ImmutableDictionary<DateOnly, LocalizedText> Closures(YamlMap map)
    {
        var closures = ImmutableDictionary.CreateBuilder<DateOnly, LocalizedText>();

        foreach (var entry in map.Maps("closures", "- {date: 2026-12-31, reason: {id: …, en: …}}", required: false))
        {
            var date = entry.Date("date");
            var reason = entry.Localized("reason");
            entry.NothingElse();

            if (date is not null && reason is not null && !closures.TryAdd(date.Value, reason))
            {
                map.Findings.Error(entry.Place, $"{date:yyyy-MM-dd} is listed twice; keep one");
            }
        }

        return closures.ToImmutable();
    }
}
