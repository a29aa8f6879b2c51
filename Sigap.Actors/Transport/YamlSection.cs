using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Sigap.Transport;

/// <summary>A mapping in a YAML file whose members are asked for one by one; every complaint knows its line.</summary>
/// <param name="node">Null for a section that should be there and is not: it has been complained about already.</param>
internal sealed class YamlSection(string file, YamlMappingNode? node, ICollection<string> problems)
{
    public bool IsThere => node is not null;

    public void Complain(string member, string message) =>
        problems.Add($"{file}:{(Child(member) ?? node)?.Start.Line ?? 1}: {member}: {message}");

    public void AllowOnly(IReadOnlyCollection<string> members)
    {
        foreach (var (key, _) in node?.Children ?? Enumerable.Empty<KeyValuePair<YamlNode, YamlNode>>())
        {
            if (key is not YamlScalarNode { Value: { } name } || !members.Contains(name))
            {
                problems.Add($"{file}:{key.Start.Line}: {key}: no such member; there are {string.Join(", ", members)}");
            }
        }
    }

    public string? Optional(string member)
    {
        switch (Child(member))
        {
            case null:
                return null;
            case YamlScalarNode { Value: { Length: > 0 } value }:
                return value;
            default:
                Complain(member, "has no value; write one");
                return null;
        }
    }

    public string? Required(string member)
    {
        if (node is not null && Child(member) is null)
        {
            Complain(member, "is missing; write one");
        }

        return Optional(member);
    }

    public T OneOf<T>(string member, IReadOnlyDictionary<string, T> words)
        where T : struct
    {
        if (Required(member) is not { } word)
        {
            return default;
        }

        if (!words.TryGetValue(word, out var value))
        {
            Complain(member, $"\"{word}\" is none of {string.Join(", ", words.Keys)}");
        }

        return value;
    }

    public bool YesNo(string member)
    {
        var word = Optional(member);
        if (word is not (null or "true" or "false"))
        {
            Complain(member, $"\"{word}\" is neither true nor false");
        }

        return word == "true";
    }

    public double? Number(string member)
    {
        if (Optional(member) is not { } text)
        {
            return null;
        }

        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Complain(member, $"\"{text}\" is no number");
        return null;
    }

    /// <summary>A number and a unit: 20s, 5m, 1h.</summary>
    public TimeSpan? Duration(string member)
    {
        if (Optional(member) is not { } text)
        {
            return null;
        }

        var isWhole = int.TryParse(text.AsSpan()[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var amount);
        var duration = (isWhole, text[^1]) switch
        {
            (true, 's') => TimeSpan.FromSeconds(amount),
            (true, 'm') => TimeSpan.FromMinutes(amount),
            (true, 'h') => TimeSpan.FromHours(amount),
            _ => (TimeSpan?)null,
        };
        if (duration is null)
        {
            Complain(member, $"\"{text}\" is no duration; write a number and a unit: 20s, 5m, 1h");
        }

        return duration;
    }

    public YamlSection Section(string member)
    {
        if (Child(member) is YamlMappingNode child)
        {
            return new YamlSection(file, child, problems);
        }

        Complain(member, "is missing or has no members");
        return new YamlSection(file, null, problems);
    }

    public IEnumerable<YamlSection> Sections(string member)
    {
        if (Child(member) is not YamlSequenceNode { Children.Count: > 0 } list)
        {
            Complain(member, "is missing or empty; write a list");
            yield break;
        }

        foreach (var item in list.Children)
        {
            if (item is YamlMappingNode section)
            {
                yield return new YamlSection(file, section, problems);
            }
            else
            {
                problems.Add($"{file}:{item.Start.Line}: {member}: an entry without members");
            }
        }
    }

    private YamlNode? Child(string member) =>
        node is not null && node.Children.TryGetValue(new YamlScalarNode(member), out var child) ? child : null;
}
