using System.Globalization;

namespace Sigap.Transport;

/// <summary>Reads one rule of the table.</summary>
internal static class GraphErrorRuleReader
{
    private static readonly string[] Members =
        ["action", "scope", "delay", "factor", "max-delay", "attempts", "alert", "meaning"];

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

    /// <param name="key">The member that names code or status; null for a rule that stands for itself.</param>
    public static GraphErrorRule Read(YamlSection section, string? key)
    {
        section.AllowOnly(key is null ? Members : [key, .. Members]);
        var (from, to) = key is null ? (0, 0) : Range(section, key);
        var action = section.OneOf("action", Actions);
        var repeats = action is ErrorAction.Retry or ErrorAction.Wait;
        var delay = section.Duration("delay") ?? TimeSpan.Zero;
        if (repeats && delay <= TimeSpan.Zero && section.IsThere)
        {
            section.Complain("delay", "a rule that sends again needs a delay; write for example 5s");
        }

        var factor = section.Number("factor") ?? 1;
        if (factor < 1)
        {
            section.Complain("factor", "a delay must not shrink; write 1 or more");
        }

        var longest = section.Duration("max-delay") ?? delay;
        if (longest < delay)
        {
            section.Complain("max-delay", "is shorter than delay; write a longer one");
        }
        else if (factor > 1 && longest == delay)
        {
            section.Complain("max-delay", "a delay that grows needs an end; write for example 60s");
        }

        var attempts = section.Number("attempts");
        if (repeats && attempts is null && section.IsThere)
        {
            section.Complain("attempts", "is missing; write how often to send in all, 0 for no end");
        }
        else if (attempts is { } count && (count < 0 || count != Math.Floor(count) || count > int.MaxValue))
        {
            section.Complain("attempts", "is no count; write a whole number, 0 for no end");
            attempts = null;
        }

        return new GraphErrorRule(
            from,
            to,
            action,
            section.OneOf("scope", Scopes),
            delay,
            factor,
            longest,
            (int)(attempts ?? 0),
            section.YesNo("alert"),
            (key is null ? section.Optional("meaning") : section.Required("meaning")) ?? string.Empty);
    }

    private static (int From, int To) Range(YamlSection section, string key)
    {
        if (section.Required(key) is not { } text)
        {
            return default;
        }

        var ends = text.Split('-');
        if (ends.Length <= 2 && Whole(ends[0]) is { } from && Whole(ends[^1]) is { } to && from <= to)
        {
            return (from, to);
        }

        section.Complain(key, $"\"{text}\" is neither a number nor a range; write 131056 or 200-299");
        return default;
    }

    private static int? Whole(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
