using System.Globalization;
using Sigap.Content.Loading;

namespace Sigap.Transport;

/// <summary>Reads one rule of the table.</summary>
internal static class GraphErrorRuleReader
{
    private static readonly Dictionary<string, ErrorAction> Actions = new()
    {
        ["retry"] = ErrorAction.Retry,
        ["wait"] = ErrorAction.Wait,
        ["drop"] = ErrorAction.Drop,
        ["template"] = ErrorAction.Template,
        ["suppress"] = ErrorAction.Suppress,
        ["alert-stop"] = ErrorAction.AlertStop,
    };

    private static readonly Dictionary<string, ErrorScope> Scopes =
        Enum.GetValues<ErrorScope>().ToDictionary(scope => scope.ToString().ToLowerInvariant());

    /// <summary>Takes the place of a rule that is not there; the finding about it is already written.</summary>
    private static readonly GraphErrorRule Missing =
        new(0, 0, ErrorAction.Drop, ErrorScope.Message, TimeSpan.Zero, 1, TimeSpan.Zero, 0, Alert: false, string.Empty);

    /// <param name="key">The member that names code or status; null for a rule that stands for itself.</param>
    public static GraphErrorRule Read(YamlMap? map, string? key)
    {
        if (map is null)
        {
            return Missing;
        }

        var (from, to) = key is null ? (0, 0) : map.Parsed<(int, int)>(key, Range, "a number or a range: 131056 or 200-299") ?? (0, 0);
        var action = Word(map, "action", Actions);
        var repeats = action is ErrorAction.Retry or ErrorAction.Wait;
        var delay = Duration(map, "delay") ?? TimeSpan.Zero;
        var factor = Given(map, "factor") ? map.Parsed<double>("factor", Factor, "a number from 1 on: a delay must not shrink") ?? 1 : 1;
        var longest = Duration(map, "max-delay") ?? delay;
        var attempts = Given(map, "attempts") ? map.Whole("attempts", int.MaxValue) : null;
        var rule = new GraphErrorRule(
            from,
            to,
            action,
            Word(map, "scope", Scopes),
            delay,
            factor,
            longest,
            (int)(attempts ?? 0),
            map.Flag("alert"),
            (key is null ? map.Optional("meaning") : map.Required("meaning")) ?? string.Empty);
        Check(map, rule, repeats);
        map.NothingElse();
        return rule;
    }

    /// <summary>A number and a unit: 20s, 5m, 1h. Null where none is given.</summary>
    public static TimeSpan? Duration(YamlMap map, string key) =>
        Given(map, key) ? map.Parsed<TimeSpan>(key, Duration, "a number and a unit: 20s, 5m, 1h") : null;

    private static void Check(YamlMap map, GraphErrorRule rule, bool repeats)
    {
        if (repeats && !map.Has("delay"))
        {
            map.Findings.Error(map.Place, "a rule that sends again needs 'delay'; write for example 'delay: 5s'");
        }

        if (repeats && !map.Has("attempts"))
        {
            map.Findings.Error(map.Place, "a rule that sends again needs 'attempts'; write how often to send in all, 0 for no end");
        }

        if (rule.MaxDelay < rule.Delay)
        {
            map.Findings.Error(map.PlaceOf("max-delay"), "'max-delay' is shorter than 'delay'; write a longer one");
        }
        else if (rule.Factor > 1 && rule.MaxDelay == rule.Delay)
        {
            map.Findings.Error(map.PlaceOf("factor"), "a delay that grows needs an end; write for example 'max-delay: 60s'");
        }
    }

    /// <summary>Asks first, so that the key counts as known.</summary>
    private static bool Given(YamlMap map, string key) => map.Optional(key) is not null || map.Has(key);

    private static T Word<T>(YamlMap map, string key, Dictionary<string, T> words)
        where T : struct =>
        map.Parsed<T>(
            key,
            text => words.TryGetValue(text, out var value) ? value : null,
            $"one of {string.Join(", ", words.Keys)}") ?? default;

    private static double? Factor(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var factor) && factor >= 1
            ? factor
            : null;

    private static TimeSpan? Duration(string text) => (Whole(text[..^1]), text[^1]) switch
    {
        ({ } seconds, 's') => TimeSpan.FromSeconds(seconds),
        ({ } minutes, 'm') => TimeSpan.FromMinutes(minutes),
        ({ } hours, 'h') => TimeSpan.FromHours(hours),
        _ => null,
    };

    private static (int, int)? Range(string text)
    {
        var ends = text.Split('-');
        return ends.Length <= 2 && Whole(ends[0]) is { } from && Whole(ends[^1]) is { } to && from <= to ? (from, to) : null;
    }

    private static int? Whole(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
