namespace Sigap.Language;

/// <summary>A text as words of the vocabulary. Address words are gone; fillers stay, because phrases may need them.</summary>
internal sealed class Wording
{
    public const int Unknown = -1;
    public const int Number = -2;

    private readonly Vocabulary _vocabulary;
    private readonly List<Word> _words;
    private readonly bool _called;

    private Wording(Vocabulary vocabulary, List<Word> words, Tongue spoken, bool called)
    {
        _called = called;
        _vocabulary = vocabulary;
        _words = words;
        Spoken = spoken;
    }

    /// <summary>The language the words betray; None when they do not, or both about equally.</summary>
    public Tongue Spoken { get; }

    public int Count => _words.Count;

    public bool Opens(int at) => _words[at].Opens;

    public bool IsJoin(int at) => _words[at].Lemma >= 0 && _vocabulary.Lemmas[_words[at].Lemma].Joins;

    public static Wording Of(string folded, List<Token> tokens, Vocabulary vocabulary)
    {
        var words = new List<Word>(tokens.Count + 4);
        var indonesian = 0;
        var english = 0;
        var opens = false;
        var addressed = false;

        foreach (var token in tokens)
        {
            var typed = token.Of(folded);
            opens |= token.Opens;

            if (token.IsNumber)
            {
                // Phrases such as "10 tahun" know some numbers by name.
                var named = typed.Length <= 2 ? vocabulary.Lexicon.Find(typed).Lemma : Unknown;
                words.Add(new Word(named >= 0 ? named : Number, opens, token));
                opens = false;
                continue;
            }

            var entry = vocabulary.Lexicon.Find(typed);
            var weight = (entry.Tongue & Tongue.Function) != 0 ? 2 : 1;
            indonesian += (entry.Tongue & Tongue.Indonesian) != 0 ? weight : 0;
            english += (entry.Tongue & Tongue.English) != 0 ? weight : 0;

            var first = entry.Lemma < 0 ? vocabulary.Lexicon.SplitJoined(typed) : 0;
            if (first > 0)
            {
                Add(vocabulary.Lexicon.Find(typed[..first]).Lemma, token);
                entry = vocabulary.Lexicon.Find(typed[first..]);
            }

            if (entry.Lemma >= 0 || !IsEmoji(typed))
            {
                Add(entry.Lemma, token);
            }
        }

        var spoken = (indonesian - english) switch
        {
            > 1 => Tongue.Indonesian,
            1 when english == 0 => Tongue.Indonesian,
            < -1 => Tongue.English,
            _ => Tongue.None,
        };
        return new Wording(vocabulary, words, spoken, called: words.Count == 0 && tokens.Count > 0 && addressed);

        void Add(int lemma, Token token)
        {
            if (lemma >= 0 && vocabulary.Lemmas[lemma].Address)
            {
                addressed = true;
                return;
            }

            words.Add(new Word(lemma, opens, token));
            opens = false;
        }
    }

    /// <summary>The concepts of the words from <paramref name="start"/> up to <paramref name="end"/>, phrases and signals included.</summary>
    public ConceptSet Concepts(int start, int end)
    {
        var set = _called ? Signals.Called : ConceptSet.Empty;
        var content = 0;
        var unknown = 0;
        var digits = 0;

        for (var at = start; at < end; at++)
        {
            var id = _words[at].Lemma;
            digits += _words[at].Token.IsNumber ? 1 : 0;
            if (id < 0)
            {
                unknown += id == Unknown ? 1 : 0;
                content += id == Unknown ? 1 : 0;
                continue;
            }

            var lemma = _vocabulary.Lemmas[id];
            var found = lemma.Concepts;
            foreach (var phrase in lemma.Phrases)
            {
                if (Follows(phrase, at + 1, end))
                {
                    found |= phrase.Concepts;
                }
            }

            set |= found;
            var saysNothing = lemma.Filler || _words[at].Token.IsNumber || (at > start && id == _words[at - 1].Lemma)
                || found.HasAny(_vocabulary.Known.Polite);
            content += saysNothing ? 0 : 1;
        }

        set |= unknown > 0 ? Signals.Unknown : ConceptSet.Empty;
        set |= unknown > 1 ? Signals.Unknowns : ConceptSet.Empty;
        set |= content == 1 ? Signals.Single : ConceptSet.Empty;
        set |= content <= 2 ? Signals.Short : ConceptSet.Empty;
        set |= content > 1 ? Signals.Wordy : ConceptSet.Empty;
        set |= digits > 0 ? Signals.Digits : ConceptSet.Empty;
        set |= digits > 0 && content == 0 ? Signals.Bare : ConceptSet.Empty;
        return set;
    }

    /// <summary>The small number the whole text is: 2, no. 2, dua, yang kedua.</summary>
    public int? MenuDigit(string folded)
    {
        int? digit = null;
        foreach (var word in _words)
        {
            int? found;
            if (word.Token.IsNumber)
            {
                found = word.Token.Length <= 2 ? int.Parse(word.Token.Of(folded), System.Globalization.CultureInfo.InvariantCulture) : null;
            }
            else if (word.Lemma < 0)
            {
                return null;
            }
            else
            {
                var lemma = _vocabulary.Lemmas[word.Lemma];
                if (lemma.Numeral is null && (lemma.Filler || (digit is null && lemma.Concepts.HasAny(_vocabulary.Known.Choice))))
                {
                    continue;
                }

                found = lemma.Numeral;
            }

            if (found is null || digit is not null)
            {
                return null;
            }

            digit = found;
        }

        return digit;
    }

    private bool Follows(Phrase phrase, int at, int end)
    {
        foreach (var wanted in phrase.Following)
        {
            var skipped = 0;
            while (true)
            {
                if (at >= end)
                {
                    return false;
                }

                var id = _words[at++].Lemma;
                if (id == wanted)
                {
                    break;
                }

                skipped += id >= 0 && _vocabulary.Lemmas[id].Filler ? 0 : 1;
                if (skipped > 1)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool IsEmoji(ReadOnlySpan<char> typed) => typed[0] > 127 && !char.IsLetter(typed[0]);

    private readonly record struct Word(int Lemma, bool Opens, Token Token);
}
