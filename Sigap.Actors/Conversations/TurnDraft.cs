using System.Collections.Immutable;
using Sigap.Content;
using Sigap.Kernel;

namespace Sigap.Conversations;

/// <summary>
/// A turn in the making. Dialogues say things, offer options, enter steps and note facts; the decider makes one event
/// of it. One turn is one bubble: all parts go into one reply, with the options offered last.
/// </summary>
internal sealed class TurnDraft(Conversation before, Surroundings around, Input input, Answer? answer)
{
    private readonly ImmutableArray<TurnFact>.Builder _facts = ImmutableArray.CreateBuilder<TurnFact>();
    private readonly ImmutableArray<Part>.Builder _parts = ImmutableArray.CreateBuilder<Part>();
    private ImmutableArray<Offer> _options = [];

    public Conversation Before => before;

    public Surroundings Around => around;

    public Input Input => input;

    /// <summary>The answer to the question this turn asked, once it is there.</summary>
    public Answer? Answer => answer;

    public LanguageCode Language { get; private set; } = before.Language;

    public Step Step { get; private set; } = before.Step;

    /// <summary>What must be known before this turn can be decided.</summary>
    public Question? Question { get; private set; }

    /// <summary>With everything this turn noted so far.</summary>
    public PickupFile Pickup { get; private set; } = before.Pickup;

    public DateTimeOffset Now => around.Now;

    public Timing Timing { get; } = Arrival.Of(before, input.Message, around);

    /// <summary>Also of an overtaken message.</summary>
    public bool IsLate => Arrival.IsLate(input.Message, around);

    public bool SaidNothing => _parts.Count == 0;

    public IReadOnlyList<Part> Said => _parts;

    public IReadOnlyList<TurnFact> Facts => _facts;

    public void Say(string node, params ReadOnlySpan<(string Name, string Value)> values) => _parts.Add(Part.Of(node, values));

    public void Say(IEnumerable<Part> parts) => _parts.AddRange(parts);

    /// <summary>Above all else that was said.</summary>
    public void Apologise(string node)
    {
        _parts.Insert(0, Part.Of(node));
        Note(new TurnFact.Apologised());
    }

    /// <summary>Offers all options of a node, in its order.</summary>
    public void OfferOptionsOf(string node) => _options = OptionsOf(node);

    public ImmutableArray<Offer> Offered => _options;

    public void Offer(params ImmutableArray<Offer> options) => _options = options;

    public ImmutableArray<Offer> OptionsOf(string node) => around.Content.OffersOf(Language, around.Office.Id, node);

    public void Enter(Step step)
    {
        if (step.Equals(Step))
        {
            return;
        }

        Step = step;
        _facts.RemoveAll(fact => fact is TurnFact.StepEntered);
        if (!step.Equals(before.Step))
        {
            _facts.Add(new TurnFact.StepEntered(step));
        }
    }

    public void Speak(LanguageCode language)
    {
        if (language != Language)
        {
            Language = language;
            Note(new TurnFact.LanguageChosen(language));
        }
    }

    public void Note(TurnFact fact)
    {
        _facts.Add(fact);
        Pickup = PickupMemory.With(Pickup, fact, Now) ?? Pickup;
    }

    public void Ask(Question question) => Question = question;

    public string Phrase(string id) => around.Content.Phrase(Language, around.Office.Id, id);

    public TurnTaken Finish() => new(
        input.Message.Id.Fingerprint,
        Now,
        input.Message.SentAt.AsOnWire(),
        around.Content.Version,
        Redaction.ForRecord(input, MayHoldBirthDate),
        Language,
        _facts.ToImmutable(),
        SaidNothing ? [] : [new Reply(_parts.ToImmutable(), _options)],
        before.LastReply + 1,
        Timing: Timing);

    /// <summary>What an overtaken message was an answer to is not known any more.</summary>
    private bool MayHoldBirthDate =>
        before.Step is Step.AwaitingBirthDate || Question is Question.ProveApplication || Timing == Timing.Overtaken;
}
