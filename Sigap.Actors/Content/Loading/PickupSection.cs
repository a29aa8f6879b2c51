using System.Collections.Immutable;
using System.Globalization;
using Sigap.Pickup;

namespace Sigap.Content.Loading;

/// <summary>The <c>pickup</c> part of an office file. Whatever is left out is as usual.</summary>
internal static class PickupSection
{
    private const int MostMinutes = 240;
    private const int MostPassports = 1000;
    private const int MostCounters = 99;
    private const int MostHorizonDays = 90;
    private const int MostPlaces = 50;
    private const int MostMemoryDays = 365;
    private const int LongestCycle = 20;

    private static readonly Dictionary<string, Line> Lines = new(StringComparer.Ordinal)
    {
        ["booked"] = Line.Booked,
        ["priority"] = Line.Priority,
        ["walk-in"] = Line.WalkIn,
    };

    public static PickupRules Read(YamlMap office)
    {
        var usual = PickupRules.Usual;

        if (office.Map("pickup", required: false) is not { } map)
        {
            return usual;
        }

        var rules = new PickupRules(
            SlotLength: Minutes(map, "slot_minutes", 5, usual.SlotLength),
            Counters: Number(map, "counters", 1, MostCounters, usual.Counters),
            Capacity: Number(map, "capacity", 1, MostPassports, usual.Capacity),
            KeptForWalkIns: Number(map, "kept_for_walk_ins", 0, MostPassports, usual.KeptForWalkIns),
            KeptForPriority: Number(map, "kept_for_priority", 0, MostPassports, usual.KeptForPriority),
            HorizonDays: Number(map, "horizon_days", 1, MostHorizonDays, usual.HorizonDays),
            LeadTime: Minutes(map, "lead_minutes", 1, usual.LeadTime),
            HoldTime: Minutes(map, "hold_minutes", 1, usual.HoldTime),
            OfferTime: Minutes(map, "offer_minutes", 1, usual.OfferTime),
            PlacesPerPhone: Number(map, "places_per_phone", 1, MostPlaces, usual.PlacesPerPhone),
            NoShowsBeforePause: Number(map, "no_shows_before_pause", 1, MostPlaces, usual.NoShowsBeforePause),
            NoShowMemory: Days(map, "no_show_memory_days", usual.NoShowMemory),
            Pause: Days(map, "pause_days", usual.Pause),
            Early: Minutes(map, "early_minutes", 1, usual.Early),
            Grace: Minutes(map, "grace_minutes", 1, usual.Grace),
            PlacesBehind: Number(map, "places_behind", 0, MostPlaces, usual.PlacesBehind),
            CallCycle: Cycle(map, usual.CallCycle),
            ServiceTime: Minutes(map, "service_minutes", 1, usual.ServiceTime),
            WhenChanged: Change(map, usual.WhenChanged));

        map.NothingElse();

        var kept = rules.KeptForWalkIns + rules.KeptForPriority;

        if (rules.Capacity <= kept)
        {
            map.Findings.Error(map.PlaceOf("capacity"),
                $"'capacity' is {rules.Capacity}, but kept_for_walk_ins ({rules.KeptForWalkIns}) and kept_for_priority "
                + $"({rules.KeptForPriority}) leave no place that anybody may book; raise it to {kept + 1} or more, or keep fewer");
        }

        return rules;
    }

    private static TimeSpan Minutes(YamlMap map, string key, int least, TimeSpan usual) =>
        TimeSpan.FromMinutes(Number(map, key, least, MostMinutes, (int)usual.TotalMinutes, "a whole number of minutes"));

    private static TimeSpan Days(YamlMap map, string key, TimeSpan usual) =>
        TimeSpan.FromDays(Number(map, key, 1, MostMemoryDays, usual.Days, "a whole number of days"));

    private static int Number(YamlMap map, string key, int least, int most, int usual, string what = "a whole number") => Given(
        map,
        key,
        text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : null,
        $"{what} from {least} to {most}, or leave the line out for the usual {usual}",
        usual);

    private static WhenChanged Change(YamlMap map, WhenChanged usual) => Given<WhenChanged>(
        map,
        "when_changed",
        text => text switch { "move" => WhenChanged.Move, "cancel" => WhenChanged.Cancel, _ => null },
        "'move' or 'cancel', or leave the line out for the usual 'move'",
        usual);

    private static T Given<T>(YamlMap map, string key, Func<string, T?> parse, string expected, T usual)
        where T : struct
    {
        // Asked for even when it is not there, so that it is among the keys a misspelt one is compared with.
        map.Optional(key);

        return map.Has(key) ? map.Parsed(key, parse, expected) ?? usual : usual;
    }

    private static ImmutableArray<Line> Cycle(YamlMap map, ImmutableArray<Line> usual)
    {
        var items = map.Items("call_cycle", required: false);

        if (!map.Has("call_cycle"))
        {
            return usual;
        }

        var cycle = ImmutableArray.CreateBuilder<Line>();

        foreach (var item in items)
        {
            if (item.Text is not null && Lines.TryGetValue(item.Text, out var line))
            {
                cycle.Add(line);
            }
            else
            {
                map.Findings.Error(item.Place,
                    $"'call_cycle' names '{item.Text}', which is no line; write booked, priority or walk-in.{Suggest.Near(item.Text ?? "", Lines.Keys)}");
            }
        }

        foreach (var (name, _) in Lines.Where(line => !cycle.Contains(line.Value)))
        {
            map.Findings.Error(map.PlaceOf("call_cycle"),
                $"'call_cycle' never calls '{name}', so nobody in that line is served; name each line at least once");
        }

        if (cycle.Count > LongestCycle)
        {
            map.Findings.Error(map.PlaceOf("call_cycle"), $"'call_cycle' has {cycle.Count} entries, at most {LongestCycle}; shorten it");
        }

        return cycle.ToImmutable();
    }
}
