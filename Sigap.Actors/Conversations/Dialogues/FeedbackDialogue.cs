using System.Globalization;
using Sigap.Language;

namespace Sigap.Conversations.Dialogues;

/// <summary>
/// Compliments, suggestions and complaints. The text is stored as soon as it is there; a rating is asked for afterwards, and
/// nothing is lost when it never comes.
/// </summary>
internal static class FeedbackDialogue
{
    public const string AskCategory = "feedback.ask-category";
    public const string AskText = "feedback.ask-text";
    public const string AskRating = "feedback.ask-rating";
    private const string Skip = "skip";

    /// <summary>Fewer words than this announce feedback ("mau komplain"); more are the feedback itself.</summary>
    private const int WordsOfContent = 4;

    /// <summary>Fewer letters than this say nothing: a slip of the finger, or a digit for a menu.</summary>
    private const int LettersOfContent = 3;

    public static void Start(TurnDraft turn)
    {
        turn.Enter(Step.AwaitingFeedbackCategory.Here);
        turn.Say(AskCategory);
        turn.OfferOptionsOf(AskCategory);
    }

    /// <summary>Praise or blame that came unasked.</summary>
    public static void Hear(TurnDraft turn, FeedbackCategory category)
    {
        var text = turn.Input.Text!;
        if (turn.Input.IsCommand)
        {
            Start(turn);
        }
        else if (text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length < WordsOfContent)
        {
            AskForText(turn, category);
        }
        else
        {
            Store(turn, category);
        }
    }

    public static bool ChooseCategory(TurnDraft turn, string option)
    {
        if (CategoryOf(option) is not { } category)
        {
            return false;
        }

        AskForText(turn, category);
        return true;
    }

    public static bool ContinueCategory(TurnDraft turn)
    {
        switch (turn.Input.Intent)
        {
            case Intent.FeedbackCompliment:
                Hear(turn, FeedbackCategory.Compliment);
                return true;
            case Intent.FeedbackComplaint:
                Hear(turn, FeedbackCategory.Complaint);
                return true;
            case Intent.Unknown when !SaysSomething(turn.Input):
                Start(turn);
                return true;
            case Intent.Unknown:
                Hear(turn, FeedbackCategory.Suggestion);
                return true;
            default:
                return false;
        }
    }

    public static bool ContinueText(TurnDraft turn, FeedbackCategory category)
    {
        if (turn.Input.IsCommand)
        {
            return false;
        }

        if (!SaysSomething(turn.Input))
        {
            AskForText(turn, category);
        }
        else
        {
            Store(turn, category);
        }

        return true;
    }

    /// <summary>Everything but the rating is stored already.</summary>
    public static void SkipRating(TurnDraft turn) => ChooseRating(turn, Skip);

    public static bool ChooseRating(TurnDraft turn, string option)
    {
        if (turn.Step is not Step.AwaitingRating awaiting)
        {
            return false;
        }

        if (option != Skip)
        {
            turn.Note(new TurnFact.FeedbackRated(awaiting.Reference, int.Parse(option, CultureInfo.InvariantCulture)));
        }

        turn.Enter(Step.Idle.Here);
        turn.Say("feedback.finished");
        turn.OfferOptionsOf("feedback.finished");
        return true;
    }

    /// <summary>Something else instead of a rating: then there is none. "Tidak" and thanks are a polite way to skip it.</summary>
    public static bool ContinueRating(TurnDraft turn) =>
        turn.Input.Intent is Intent.No or Intent.Thanks && ChooseRating(turn, Skip);

    private static bool SaysSomething(Input input) => input.Text!.Count(char.IsLetter) >= LettersOfContent;

    private static void AskForText(TurnDraft turn, FeedbackCategory category)
    {
        turn.Enter(new Step.AwaitingFeedbackText(category));
        turn.Say(AskText);
        turn.OfferOptionsOf(AskText);
    }

    private static void Store(TurnDraft turn, FeedbackCategory category)
    {
        var reference = Reference.For(turn.Input.Message.Id.Fingerprint, turn.Around.Office.LocalDate(turn.Now));
        turn.Note(new TurnFact.FeedbackGiven(reference, category, Redaction.OfText(turn.Input)));
        turn.Enter(new Step.AwaitingRating(reference));
        turn.Say(category == FeedbackCategory.Complaint ? "feedback.stored-complaint" : "feedback.stored", ("reference", reference));
        turn.Say(AskRating);
        turn.OfferOptionsOf(AskRating);
    }

    private static FeedbackCategory? CategoryOf(string option) => option switch
    {
        "compliment" => FeedbackCategory.Compliment,
        "suggestion" => FeedbackCategory.Suggestion,
        "complaint" => FeedbackCategory.Complaint,
        _ => null,
    };
}
