using System.Globalization;

namespace Sigap.Content.Loading;

/// <summary><c>config/holidays/&lt;year&gt;.yaml</c>, <c>config/fees.yaml</c> and <c>config/facts.yaml</c>.</summary>
internal static class FactFiles
{
    private const long MostRupiah = 1_000_000_000;
    private const long MostFact = 1_000_000_000;

    public static void ReadHolidays(YamlMap map, string fileName, Draft draft)
    {
        map.Provenance(draft.Today);

        if (!int.TryParse(fileName, NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 2000 or > 2100)
        {
            draft.Findings.Error(map.Place, $"the file is named '{fileName}.yaml'; name it after its year, for example 2027.yaml");
        }

        foreach (var entry in map.Maps("days", "- {date: 2026-12-25, name: {id: …, en: …}}"))
        {
            var date = entry.Date("date");
            var name = entry.Localized("name");
            var joint = entry.Flag("joint_leave");
            var estimated = entry.Flag("estimated");
            entry.NothingElse();

            var holiday = date is null || name is null ? null : new Holiday(date.Value, name, joint, estimated);

            if (date is not null && date.Value.Year != year)
            {
                draft.Findings.Error(entry.PlaceOf("date"), $"{date:yyyy-MM-dd} does not belong to {fileName}.yaml; move it or correct the year");
            }

            if (holiday is not null && !draft.Holidays.TryAdd(holiday.Date, (holiday, entry.Place)))
            {
                draft.Findings.Error(entry.Place, $"{date:yyyy-MM-dd} is listed twice; put both names into one entry");
            }
        }

        map.NothingElse();
    }

    public static void ReadFees(YamlMap map, Draft draft)
    {
        foreach (var entry in map.Maps("fees", "- {id: ordinary-5, rupiah: 350000, …}"))
        {
            var id = Id(entry);
            var rupiah = entry.Whole("rupiah", MostRupiah);
            var from = entry.Date("effective_from");
            var provenance = entry.Provenance(draft.Today);
            entry.NothingElse();

            if (from > draft.Today)
            {
                draft.Findings.Warn(entry.PlaceOf("effective_from"), $"this fee is in force only from {from:yyyy-MM-dd}, but the texts print it already; "
                    + "add it on that day");
            }

            if (id is not null && rupiah is not null && from is not null && provenance is not null
                && !draft.Fees.TryAdd(id, (new Fee(id, rupiah.Value, from.Value, provenance), entry.Place)))
            {
                draft.Findings.Error(entry.Place, $"the fee '{id}' is listed twice; keep one");
            }
        }

        map.NothingElse();
    }

    public static void ReadFacts(YamlMap map, Draft draft)
    {
        foreach (var entry in map.Maps("facts", "- {id: collection-days, value: 30, unit: days, …}"))
        {
            var id = Id(entry);
            var value = entry.Whole("value", MostFact);
            var unit = entry.Required("unit");
            var provenance = entry.Provenance(draft.Today);
            entry.NothingElse();

            if (id is not null && value is not null && unit is not null && provenance is not null
                && !draft.Facts.TryAdd(id, (new NamedFact(id, (int)value.Value, unit, provenance), entry.Place)))
            {
                draft.Findings.Error(entry.Place, $"the fact '{id}' is listed twice; keep one");
            }
        }

        map.NothingElse();
    }

    private static string? Id(YamlMap entry)
    {
        var id = entry.Required("id");

        if (id is not null && !Ids.IsOption(id))
        {
            entry.Findings.Error(entry.PlaceOf("id"), $"the id '{id}' may have only a-z, 0-9 and '-'");
            return null;
        }

        return id;
    }
}
