using Sigap.Content;
using Sigap.Language;

namespace Sigap.Conversations.Dialogues;

/// <summary>A question for a human: stored with a reference, and answered with when the office is open.</summary>
internal static class OfficerDialogue
{
    public const string AskQuestion = "officer.ask-question";

    /// <summary>Fewer letters and digits than this ask nothing.</summary>
    private const int SignsOfContent = 3;

    public static void Start(TurnDraft turn)
    {
        turn.Enter(Step.AwaitingOfficerQuestion.Here);
        turn.Say(AskQuestion);
        turn.OfferOptionsOf(AskQuestion);
    }

    /// <summary>Thanks and old commands are no questions; neither is asking for an officer again, nor a slip of the finger.</summary>
    public static bool ContinueQuestion(TurnDraft turn)
    {
        if (turn.Input.IsCommand || (turn.Input.IsShort && turn.Input.Intent is Intent.Thanks))
        {
            return false;
        }

        var asksAgain = turn.Input.IsShort && turn.Input.Intent is Intent.Human;
        if (asksAgain || turn.Input.Text!.Count(char.IsLetterOrDigit) < SignsOfContent)
        {
            Start(turn);
            return true;
        }

        Store(turn);
        return true;
    }

    private static void Store(TurnDraft turn)
    {
        var around = turn.Around;
        var reference = Reference.For(turn.Input.Message.Id.Fingerprint, around.Office.LocalDate(turn.Now));
        turn.Note(new TurnFact.OfficerAsked(reference, Redaction.OfText(turn.Input)));
        turn.Enter(Step.Idle.Here);

        if (OpeningHours.IsOpen(around.Content, around.Office, turn.Now))
        {
            turn.Say("officer.stored-open", ("reference", reference));
            turn.OfferOptionsOf("officer.stored-open");
        }
        else
        {
            var opens = OpeningHours.NextOpening(around.Content, around.Office, turn.Now);
            turn.Say("officer.stored-closed", ("reference", reference), ("opens", CalendarWords.Moment(opens, around.Office, turn.Language)));
            turn.OfferOptionsOf("officer.stored-closed");
        }
    }
}
