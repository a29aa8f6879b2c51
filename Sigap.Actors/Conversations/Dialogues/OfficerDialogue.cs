using Sigap.Content;

namespace Sigap.Conversations.Dialogues;

/// <summary>A question for a human: stored with a reference, and answered with when the office is open.</summary>
internal static class OfficerDialogue
{
    public static void Start(TurnDraft turn)
    {
        turn.Enter(Step.AwaitingOfficerQuestion.Here);
        turn.Say("officer.ask-question");
        turn.OfferOptionsOf("officer.ask-question");
    }

    public static bool ContinueQuestion(TurnDraft turn)
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

        return true;
    }
}
