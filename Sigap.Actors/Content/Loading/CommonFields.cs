namespace Sigap.Content.Loading;

/// <summary>Fields that many files share.</summary>
internal static class CommonFields
{
    private const int OverdueDays = 180;

    public static LocalizedText? Localized(this YamlMap map, string key)
    {
        if (map.Map(key) is not { } both)
        {
            return null;
        }

        var indonesian = both.Required("id");
        var english = both.Required("en");
        both.NothingElse();

        return indonesian is null || english is null ? null : new LocalizedText(indonesian, english);
    }

    /// <summary>Source and date of the last check, its own or the file's. Missing, wrong or overdue ones are findings.</summary>
    public static Provenance? Provenance(this YamlMap map, DateOnly today, Provenance? inherited = null)
    {
        var source = inherited is null ? map.Required("source") : map.NotEmpty("source") ?? inherited.Source;
        var day = inherited is null || map.Has("checked") ? map.Date("checked") : inherited.Checked;

        if (day is { } given && map.Has("checked"))
        {
            var place = map.PlaceOf("checked");

            if (given > today.AddDays(1))
            {
                map.Findings.Error(place, $"'checked' is {given:yyyy-MM-dd}, which is still to come; write the day somebody compared it with the source");
            }
            else if (given.AddDays(OverdueDays) < today)
            {
                map.Findings.Warn(place, $"overdue: last checked {given:yyyy-MM-dd}, more than {OverdueDays} days ago; "
                    + "compare it with its source and set 'checked' to today");
            }
        }

        return source is null || day is null ? null : new Provenance(source, day.Value);
    }
}
