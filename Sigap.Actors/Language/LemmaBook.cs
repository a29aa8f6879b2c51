using System.Collections.Immutable;

namespace Sigap.Language;

/// <summary>The words while they are being gathered: every spelling leads to one lemma, every lemma learns its concepts.</summary>
internal sealed class LemmaBook
{
    private const string Suffix = "nya";
    private const int ShortestStem = 2;

    private readonly Dictionary<string, (int Lemma, Tongue Tongue)> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Tongue> _betrayals = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private readonly List<Draft> _lemmas = [];

    public int Of(string word, Tongue tongue)
    {
        var folded = Folding.Fold(word).Trim();
        if (_words.TryGetValue(folded, out var known))
        {
            // A word of both languages betrays neither.
            if (((known.Tongue | tongue) & (Tongue.Indonesian | Tongue.English)) == (Tongue.Indonesian | Tongue.English))
            {
                _words[folded] = (known.Lemma, Tongue.None);
            }

            return known.Lemma;
        }

        // "petugasnya" in a phrase is "petugas", as it is when somebody types it.
        if (folded.Length >= Suffix.Length + ShortestStem && folded.EndsWith(Suffix, StringComparison.Ordinal)
            && _words.TryGetValue(folded[..^Suffix.Length], out var stem))
        {
            return stem.Lemma;
        }

        var lemma = _lemmas.Count;
        _lemmas.Add(new Draft(folded));
        Put(folded, lemma, tongue);
        return lemma;
    }

    /// <summary>False when the spelling already leads to another lemma.</summary>
    public bool Alias(string variant, int lemma, Tongue tongue)
    {
        var folded = Folding.Fold(variant).Trim();
        if (_words.TryGetValue(folded, out var known))
        {
            return known.Lemma == lemma;
        }

        Put(folded, lemma, tongue);
        return true;
    }

    public string NameOf(string word) =>
        _words.TryGetValue(Folding.Fold(word).Trim(), out var known) ? _lemmas[known.Lemma].Word : "";

    public void Mark(List<string> words, Tongue tongue, Action<Draft> mark)
    {
        foreach (var word in words.SelectMany(text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        {
            mark(_lemmas[Of(word, tongue)]);
            if ((tongue & Tongue.Function) != 0)
            {
                _betrayals[Folding.Fold(word).Trim()] = tongue;
            }
        }
    }

    public void Betray(List<string> words, Tongue tongue)
    {
        foreach (var word in words)
        {
            _betrayals[Folding.Fold(word).Trim()] = tongue;
        }
    }

    public void Teach(int[] words, ConceptSet concept)
    {
        if (words is [var only])
        {
            _lemmas[only].Concepts |= concept;
        }
        else if (words.Length > 1)
        {
            _lemmas[words[0]].Phrases.Add(new Phrase([.. words[1..]], concept));
        }
    }

    public (ImmutableArray<KeyValuePair<string, Entry>> Words, ImmutableArray<Lemma> Lemmas) Compile() =>
    (
        [.. _order.Select(word => KeyValuePair.Create(word, new Entry(_words[word].Lemma, _betrayals.GetValueOrDefault(word, _words[word].Tongue))))],
        [.. _lemmas.Select(draft => draft.Freeze())]
    );

    private void Put(string word, int lemma, Tongue tongue)
    {
        _words[word] = (lemma, tongue);
        _order.Add(word);
    }

    internal sealed class Draft(string word)
    {
        public string Word { get; } = word;

        public bool Address { get; set; }

        public bool Filler { get; set; }

        public bool Joins { get; set; }

        public int? Numeral { get; set; }

        public ConceptSet Concepts { get; set; }

        public List<Phrase> Phrases { get; } = [];

        public Lemma Freeze() => new(Word, Address, Filler, Joins, Numeral, Concepts, [.. Phrases]);
    }
}
