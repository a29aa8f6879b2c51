using System.Collections.Immutable;

namespace Sigap.Language;

/// <summary>
/// Everything <c>config/content/&lt;language&gt;/vocabulary.yaml</c> says, compiled: words, concepts the words stand for, and
/// what the concepts together weigh for each intent. Immutable; made by <see cref="VocabularyLoader"/>.
/// </summary>
public sealed class Vocabulary
{
    internal Vocabulary(
        Lexicon lexicon,
        ImmutableArray<Lemma> lemmas,
        ImmutableArray<string> concepts,
        ImmutableArray<Umbrella> umbrellas,
        ImmutableArray<Rule> rules,
        ImmutableArray<TopicRule> topics,
        KnownConcepts known)
    {
        Lexicon = lexicon;
        Lemmas = lemmas;
        Concepts = concepts;
        Umbrellas = umbrellas;
        Rules = rules;
        Topics = topics;
        Known = known;
    }

    internal Lexicon Lexicon { get; }

    internal ImmutableArray<Lemma> Lemmas { get; }

    internal ImmutableArray<string> Concepts { get; }

    internal ImmutableArray<Umbrella> Umbrellas { get; }

    internal ImmutableArray<Rule> Rules { get; }

    internal ImmutableArray<TopicRule> Topics { get; }

    internal KnownConcepts Known { get; }

    internal ConceptSet WithUmbrellas(ConceptSet concepts)
    {
        foreach (var umbrella in Umbrellas)
        {
            concepts |= concepts.HasAny(umbrella.Any) ? umbrella.Concept : ConceptSet.Empty;
        }

        return concepts;
    }
}

/// <summary>What a word stands for once its spelling is settled.</summary>
/// <param name="Address">kak, min, pak: left out before anything is matched.</param>
/// <param name="Filler">ya, dong, itu: carries nothing by itself.</param>
/// <param name="Joins">dan, terus, and: a second question may begin here.</param>
/// <param name="Numeral">1 for satu and pertama, as the answer to a menu.</param>
internal sealed record Lemma(
    string Word,
    bool Address,
    bool Filler,
    bool Joins,
    int? Numeral,
    ConceptSet Concepts,
    ImmutableArray<Phrase> Phrases);

/// <summary>The words that follow the first, in order, with at most one other word between two of them.</summary>
internal sealed record Phrase(ImmutableArray<int> Following, ConceptSet Concepts);

/// <summary>A concept that is there whenever any of others is. Later umbrellas may stand over earlier ones.</summary>
internal sealed record Umbrella(ConceptSet Any, ConceptSet Concept);

/// <summary>Concepts that together speak for an intent, or against it when the weight is negative.</summary>
internal sealed record Rule(Intent Intent, ConceptSet All, ConceptSet None, double Weight);

/// <summary>A narrower subject within an intent.</summary>
internal sealed record TopicRule(Intent Intent, ConceptSet All, ConceptSet None, string Topic, string File, int Line);

/// <summary>Concepts the reading itself refers to.</summary>
/// <param name="Polite">Greeting and thanks: no content when there is other content.</param>
/// <param name="Asking">What makes part of a text a question of its own.</param>
/// <param name="Choice">nomor, pilih, opsi: may stand before a menu digit.</param>
internal sealed record KnownConcepts(
    ConceptSet Polite,
    ConceptSet Asking,
    ConceptSet Choice,
    ConceptSet WantsIndonesian,
    ConceptSet WantsEnglish,
    ConceptSet NotUnderstood);
