using System.Globalization;
using Sigap.Kernel;
using YamlDotNet.RepresentationModel;

namespace Sigap.Language;

/// <summary>One vocabulary file, section by section. Lists of words are sequences, or one text with commas.</summary>
internal sealed class VocabularySource(string file, LanguageCode language, VocabularyBuilder builder)
{
    private readonly Tongue _tongue = language == LanguageCode.English ? Tongue.English : Tongue.Indonesian;

    public void Read(YamlMappingNode root)
    {
        CheckProvenance(root);

        // Spellings first: every later section may use any spelling of a word.
        foreach (var (word, variants) in Pairs(root, "spellings"))
        {
            builder.Spelling(word.Text, Words(variants), _tongue, file, word.Line);
        }

        foreach (var (key, node) in root.Children)
        {
            Section(Text(key), node, Line(key));
        }
    }

    private void Section(string name, YamlNode node, int line)
    {
        switch (name)
        {
            case "source" or "checked" or "spellings":
                break;
            case "address":
                builder.Address(Words(node), _tongue);
                break;
            case "fillers":
                builder.Fillers(Words(node), _tongue);
                break;
            case "function_words":
                builder.Fillers(Words(node), _tongue | Tongue.Function);
                break;
            case "betrays_language":
                builder.Betrays(Words(node), _tongue | Tongue.Function);
                break;
            case "shared":
                builder.Shared(Words(node));
                break;
            case "neutral":
                builder.Neutral(Words(node), _tongue);
                break;
            case "joins":
                builder.Joins(Words(node), _tongue);
                break;
            case "numerals":
                Each(node, (key, value) => builder.Numeral(Words(value), key.Text, _tongue, file, key.Line));
                break;
            case "concepts":
                Each(node, (key, value) => builder.Concept(key.Text, Words(value), _tongue, file, key.Line));
                break;
            case "umbrellas":
                Each(node, (key, value) => builder.Umbrella(key.Text, Words(value), file, key.Line));
                break;
            case "groups":
                Each(node, (key, value) => builder.Group(key.Text, Words(value), file, key.Line));
                break;
            case "intents":
                Each(node, Intent);
                break;
            case "topics":
                Each(node, Topics);
                break;
            default:
                builder.Error(file, line, $"has an unknown section '{name}'");
                break;
        }
    }

    private void Intent((string Text, int Line) intent, YamlNode rules) => Each(rules, (combination, weight) =>
    {
        if (double.TryParse(Text(weight), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value))
        {
            builder.Rule(intent.Text, combination.Text, value, file, combination.Line);
        }
        else
        {
            builder.Error(file, combination.Line, $"weighs '{combination.Text}' with '{Text(weight)}'; write a number such as 4 or -2.5");
        }
    });

    private void Topics((string Text, int Line) intent, YamlNode topics) => Each(topics, (combination, topic) =>
        builder.Topic(intent.Text, combination.Text, Text(topic), file, combination.Line));

    private void CheckProvenance(YamlMappingNode root)
    {
        var children = root.Children.ToDictionary(pair => Text(pair.Key), pair => Text(pair.Value), StringComparer.Ordinal);
        if (string.IsNullOrWhiteSpace(children.GetValueOrDefault("source")))
        {
            builder.Error(file, 1, "has no 'source:'; say where the words come from");
        }

        if (!DateOnly.TryParseExact(children.GetValueOrDefault("checked"), "yyyy-MM-dd", out _))
        {
            builder.Error(file, 1, "has no 'checked:' date; write the day the words were last reviewed, as 2026-11-24");
        }
    }

    private IEnumerable<((string Text, int Line) Key, YamlNode Value)> Pairs(YamlMappingNode root, string section) =>
        root.Children.Where(pair => Text(pair.Key) == section).SelectMany(pair => Pairs(pair.Value));

    private void Each(YamlNode node, Action<(string Text, int Line), YamlNode> read)
    {
        foreach (var (key, value) in Pairs(node))
        {
            read(key, value);
        }
    }

    private IEnumerable<((string Text, int Line) Key, YamlNode Value)> Pairs(YamlNode node)
    {
        if (node is YamlMappingNode mapping)
        {
            return mapping.Children.Select(pair => ((Text(pair.Key), Line(pair.Key)), pair.Value));
        }

        builder.Error(file, Line(node), "has a list or text where names with values are expected");
        return [];
    }

    private List<string> Words(YamlNode node) => node switch
    {
        YamlScalarNode scalar => [.. (scalar.Value ?? "").Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
        YamlSequenceNode sequence => [.. sequence.Children.SelectMany(Words)],
        _ => Misplaced(node),
    };

    private List<string> Misplaced(YamlNode node)
    {
        builder.Error(file, Line(node), "has names with values where a list of words is expected");
        return [];
    }

    private static string Text(YamlNode node) => node is YamlScalarNode { Value: { } value } ? value : "";

    private static int Line(YamlNode node) => (int)Math.Min(node.Start.Line, int.MaxValue);
}
