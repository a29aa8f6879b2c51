using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Sigap.Content.Loading;

/// <summary>
/// A mapping that remembers what it was asked for, so that <see cref="NothingElse"/> can tell misspelt keys. Reading never
/// throws: what is missing or wrong is a finding, and the answer null.
/// </summary>
internal sealed class YamlMap
{
    private readonly string _file;
    private readonly Findings _findings;
    private readonly Dictionary<string, (YamlNode Key, YamlNode Value)> _entries = new(StringComparer.Ordinal);
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    public YamlMap(string file, YamlMappingNode node, Findings findings)
    {
        _file = file;
        _findings = findings;
        Place = At(node);

        foreach (var (key, value) in node.Children)
        {
            if (key is YamlScalarNode { Value: { Length: > 0 } name })
            {
                _entries[name] = (key, value);
            }
            else
            {
                findings.Error(At(key), "a key must be a word; quote it or correct the indentation");
            }
        }
    }

    public Place Place { get; }

    public IEnumerable<string> Keys => _entries.Keys;

    public Findings Findings => _findings;

    public bool Has(string key) => _entries.ContainsKey(key);

    /// <summary>The line of the value, or of the mapping when there is none.</summary>
    public Place PlaceOf(string key) => _entries.TryGetValue(key, out var entry) ? At(entry.Value, entry.Key) : Place;

    public string? Required(string key)
    {
        var text = Optional(key);

        if (text is null && !IsReported(key))
        {
            _findings.Error(PlaceOf(key), $"'{key}' is missing or empty; write '{key}: …'");
        }

        return text;
    }

    /// <summary>Null when missing or empty.</summary>
    public string? Optional(string key)
    {
        _asked.Add(key);

        return !_entries.TryGetValue(key, out var entry) ? null
            : entry.Value is YamlScalarNode scalar ? TextOf(scalar)
            : Wrong<string>(key, "a text");
    }

    /// <summary>For a text whose emptiness is an error by itself, even where it may be left out.</summary>
    public string? NotEmpty(string key) => Has(key) ? Required(key) : Optional(key);

    public T? Parsed<T>(string key, Func<string, T?> parse, string expected)
        where T : struct
    {
        if (Required(key) is not { } text)
        {
            return null;
        }

        if (parse(text) is { } value)
        {
            return value;
        }

        _findings.Error(PlaceOf(key), $"'{key}' is '{text}'; write {expected}");
        return null;
    }

    public DateOnly? Date(string key) => Parsed<DateOnly>(
        key,
        text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null,
        "an existing date as yyyy-MM-dd, for example 2026-12-24");

    public long? Whole(string key, long most) => Parsed<long>(
        key,
        text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most ? number : null,
        $"a whole number from 0 to {most}, without dots");

    /// <summary>False when missing.</summary>
    public bool Flag(string key)
    {
        _asked.Add(key);

        return Has(key) && (Parsed<bool>(key, YesNo, "'true' or 'false'") ?? false);
    }

    public YamlMap? Map(string key, bool required = true)
    {
        _asked.Add(key);

        if (!_entries.TryGetValue(key, out var entry))
        {
            return required ? Wrong<YamlMap>(key, "a mapping with indented names below it") : null;
        }

        return entry.Value is YamlMappingNode map
            ? new YamlMap(_file, map, _findings)
            : Wrong<YamlMap>(key, "a mapping with indented names below it");
    }

    /// <summary>The items of a list, each with its line; none when missing.</summary>
    public IReadOnlyList<YamlItem> Items(string key, bool required = true)
    {
        _asked.Add(key);

        if (!_entries.TryGetValue(key, out var entry))
        {
            return required ? Wrong<IReadOnlyList<YamlItem>>(key, "a list ('- …' lines, or [] for none)") ?? [] : [];
        }

        return entry.Value is YamlSequenceNode list
            ? [.. list.Children.Select(Item)]
            : Wrong<IReadOnlyList<YamlItem>>(key, "a list ('- …' lines, or [] for none)") ?? [];
    }

    /// <summary>The items that are mappings; others are findings.</summary>
    public IEnumerable<YamlMap> Maps(string key, string example, bool required = true)
    {
        foreach (var item in Items(key, required))
        {
            if (item.Map is { } map)
            {
                yield return map;
            }
            else
            {
                _findings.Error(item.Place, $"an entry of '{key}' must be a mapping; write {example}");
            }
        }
    }

    public void NothingElse()
    {
        foreach (var (key, entry) in _entries)
        {
            if (!_asked.Contains(key))
            {
                _findings.Error(At(entry.Key), $"unknown key '{key}'; known here: {string.Join(", ", _asked)}.{Suggest.Near(key, _asked)}");
            }
        }
    }

    public static bool? YesNo(string text) => text switch
    {
        "yes" or "true" => true,
        "no" or "false" => false,
        _ => null,
    };

    private YamlItem Item(YamlNode node) => node switch
    {
        YamlMappingNode map => new YamlItem(At(node), null, new YamlMap(_file, map, _findings)),
        YamlScalarNode scalar => new YamlItem(At(node), TextOf(scalar), null),
        _ => new YamlItem(At(node), null, null),
    };

    private T? Wrong<T>(string key, string expected)
        where T : class
    {
        _findings.Error(PlaceOf(key), Has(key) ? $"'{key}' must be {expected}" : $"'{key}' is missing; it is {expected}");
        return null;
    }

    private bool IsReported(string key) => _entries.TryGetValue(key, out var entry) && entry.Value is not YamlScalarNode;

    private static string? TextOf(YamlScalarNode scalar)
    {
        // A plain '~' or 'null' is YAML's way of saying nothing.
        var text = scalar is { Style: ScalarStyle.Plain, Value: "~" or "null" } ? null : scalar.Value?.TrimEnd('\n', ' ');

        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    private Place At(YamlNode node, YamlNode? key = null)
    {
        var block = node is YamlScalarNode { Style: ScalarStyle.Literal };
        var line = node.Start.Line > 0 ? node.Start.Line : key?.Start.Line ?? 1;

        return new Place(_file, Math.Max(1, (int)line), block);
    }
}

/// <summary>An item of a list: a text or a mapping.</summary>
internal sealed record YamlItem(Place Place, string? Text, YamlMap? Map);
