using System.Collections.Immutable;
using System.Globalization;
using Sigap.Content;
using Sigap.Kernel;

namespace Sigap.Language;

/// <summary>Gathers words, concepts and rules from the files and compiles them; collects findings instead of failing.</summary>
internal sealed class VocabularyBuilder
{
    private readonly LemmaBook _lemmas = new();
    private readonly List<string> _concepts = [.. Signals.Names];
    private readonly Dictionary<string, List<string>> _groups = new(StringComparer.Ordinal);
    private readonly List<(string Intent, string Combination, double Weight, string File, int Line)> _rules = [];
    private readonly List<(string Intent, string Combination, string Topic, string File, int Line)> _topics = [];
    private readonly List<(string Name, string Children, string File, int Line)> _umbrellas = [];
    private readonly List<Finding> _findings = [];

    public void Error(string file, int line, string message) => _findings.Add(new Finding(file, line, Severity.Error, message));

    public void Spelling(string word, List<string> variants, Tongue tongue, string file, int line)
    {
        var lemma = _lemmas.Of(word, tongue);
        foreach (var variant in variants.SelectMany(text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        {
            if (!_lemmas.Alias(variant, lemma, tongue))
            {
                Error(file, line, $"has '{variant}' as a spelling of '{word}', but it already stands under '{_lemmas.NameOf(variant)}'; keep one of them");
            }
        }
    }

    public void Address(List<string> words, Tongue tongue) => _lemmas.Mark(words, tongue, lemma => lemma.Address = true);

    public void Fillers(List<string> words, Tongue tongue) => _lemmas.Mark(words, tongue, lemma => lemma.Filler = true);

    public void Joins(List<string> words, Tongue tongue) =>
        _lemmas.Mark(words, tongue, lemma => lemma.Joins = lemma.Filler = true);

    /// <summary>Words that mean nothing to us; listed so that they are not taken for a misspelling of one that does.</summary>
    public void Neutral(List<string> words, Tongue tongue) => _lemmas.Mark(words, tongue, _ => { });

    public void Betrays(List<string> words, Tongue tongue) => _lemmas.Betray(words, tongue);

    public void Shared(List<string> words) => _lemmas.Betray(words, Tongue.None);

    public void Numeral(List<string> words, string number, Tongue tongue, string file, int line)
    {
        if (int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
        {
            _lemmas.Mark(words, tongue, lemma => lemma.Numeral = value);
        }
        else
        {
            Error(file, line, $"has '{number}' among the numerals; write digits, as in '1: satu, pertama'");
        }
    }

    public void Concept(string name, List<string> entries, Tongue tongue, string file, int line)
    {
        if (name.StartsWith('@') || (!_concepts.Contains(name) && _concepts.Count >= ConceptSet.Capacity))
        {
            Error(file, line, $"cannot have the concept '{name}': names with @ are taken, and {ConceptSet.Capacity} is the most");
            return;
        }

        if (!_concepts.Contains(name))
        {
            _concepts.Add(name);
        }

        var concept = ConceptSet.Of(_concepts.IndexOf(name));
        foreach (var entry in entries)
        {
            var folded = Folding.Fold(entry);
            _lemmas.Teach([.. Tokens.Split(folded).Select(token => _lemmas.Of(token.Of(folded).ToString(), tongue))], concept);
        }
    }

    public void Group(string name, List<string> concepts, string file, int line)
    {
        if (name is not ("polite" or "asking" or "choice" or "wants_indonesian" or "wants_english" or "not_understood"))
        {
            Error(file, line, $"has an unknown group '{name}'");
        }

        if (!_groups.TryGetValue(name, out var list))
        {
            _groups[name] = list = [];
        }

        list.AddRange(concepts);
    }

    public void Umbrella(string name, List<string> children, string file, int line)
    {
        Concept(name, [], Tongue.None, file, line);
        _umbrellas.Add((name, string.Join(' ', children), file, line));
    }

    public void Rule(string intent, string combination, double weight, string file, int line) =>
        _rules.Add((intent, combination, weight, file, line));

    public void Topic(string intent, string combination, string topic, string file, int line) =>
        _topics.Add((intent, combination, topic, file, line));

    public LoadedVocabulary Build()
    {
        var rules = ImmutableArray.CreateBuilder<Rule>();
        foreach (var (name, combination, weight, file, line) in _rules)
        {
            if (IntentNamed(name, file, line) is { } intent && Combination(combination, file, line) is var (all, none))
            {
                rules.Add(new Rule(intent, all, none, weight));
            }
        }

        var topics = ImmutableArray.CreateBuilder<TopicRule>();
        foreach (var (name, combination, topic, file, line) in _topics)
        {
            if (IntentNamed(name, file, line) is { } intent && Combination(combination, file, line) is var (all, none))
            {
                topics.Add(new TopicRule(intent, all, none, topic, file, line));
            }
        }

        var umbrellas = ImmutableArray.CreateBuilder<Umbrella>();
        foreach (var (name, children, file, line) in _umbrellas)
        {
            if (Combination(children, file, line) is var (any, _))
            {
                umbrellas.Add(new Umbrella(any, ConceptSet.Of(_concepts.IndexOf(name))));
            }
        }

        var (words, lemmas) = _lemmas.Compile();
        var known = new KnownConcepts(
            Union("polite"), Union("asking"), Union("choice"), Union("wants_indonesian"), Union("wants_english"), Union("not_understood"));

        return new LoadedVocabulary(
            new Vocabulary(new Lexicon(words), lemmas, [.. _concepts], umbrellas.ToImmutable(), rules.ToImmutable(), topics.ToImmutable(), known),
            [.. _findings]);
    }

    private Intent? IntentNamed(string name, string file, int line)
    {
        foreach (var intent in Enum.GetValues<Intent>())
        {
            if (intent != Intent.Unknown && (intent == Intent.Back ? name == "back" : intent.Name() == name))
            {
                return intent;
            }
        }

        Error(file, line, $"has an unknown intent '{name}'");
        return null;
    }

    /// <summary>"ready passport !price": all of the first, none of those with an exclamation mark.</summary>
    private (ConceptSet All, ConceptSet None)? Combination(string text, string file, int line)
    {
        var all = ConceptSet.Empty;
        var none = ConceptSet.Empty;

        foreach (var part in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var name = part.TrimStart('!');
            var index = _concepts.IndexOf(name);
            if (index < 0)
            {
                Error(file, line, $"has '{name}' in '{text}', which is no concept of the vocabulary");
                return null;
            }

            if (part[0] == '!')
            {
                none |= ConceptSet.Of(index);
            }
            else
            {
                all |= ConceptSet.Of(index);
            }
        }

        return (all, none);
    }

    private ConceptSet Union(string group)
    {
        var set = ConceptSet.Empty;
        foreach (var name in _groups.GetValueOrDefault(group, []))
        {
            var index = _concepts.IndexOf(name);
            if (index >= 0)
            {
                set |= ConceptSet.Of(index);
            }
            else
            {
                Error(VocabularyLoader.FileOf(LanguageCode.Indonesian), 1, $"has '{name}' in the group '{group}', which is no concept of the vocabulary");
            }
        }

        return set;
    }
}
