using System.Globalization;
using Sigap.Applications;
using Sigap.Content;
using Sigap.Kernel;

namespace Sigap.Conversations.Dialogues;

/// <summary>Does this birth date belong to this number? Shows the status, or counts the failure.</summary>
internal static class StatusProof
{
    public static void Try(TurnDraft turn, ApplicationNumber number, DateOnly birthDate)
    {
        turn.Ask(new Question.ProveApplication(number, birthDate));
        switch (turn.Answer)
        {
            case Answer.Proved { Outcome: ProofOutcome.Proven proven }:
                StatusReport.Say(turn, proven.Application);
                break;
            case Answer.Proved { Outcome: ProofOutcome.Locked locked }:
                turn.Enter(Step.Idle.Here);
                turn.Say("status.locked-application", ("time", Time(turn, locked.Until)));
                turn.OfferOptionsOf("status.locked-application");
                break;
            case Answer.Proved:
                CountFailure(turn, number);
                break;
            case Answer.NotAvailable:
                turn.Enter(Step.Idle.Here);
                turn.Say("status.not-available");
                turn.OfferOptionsOf("status.not-available");
                break;
        }
    }

    public static void SayLocked(TurnDraft turn, DateTimeOffset until)
    {
        turn.Enter(Step.Idle.Here);
        turn.Say("status.locked-phone", ("time", Time(turn, until)));
        turn.OfferOptionsOf("status.locked-phone");
    }

    /// <summary>Enough to recognise one's own number, too little to use another's.</summary>
    public static string Masked(ApplicationNumber number) => $"{number.OfficeCode} •••• •••• {number.Value[^4..]}";

    private static void CountFailure(TurnDraft turn, ApplicationNumber number)
    {
        turn.Note(new TurnFact.ProofFailed());
        var left = turn.Before.Lookups.WithWrong(turn.Now).Left(turn.Now, turn.Around.Settings);
        if (left <= 0)
        {
            var until = turn.Now + turn.Around.Settings.LookupLock;
            turn.Note(new TurnFact.LookupsLocked(until));
            SayLocked(turn, until);
            return;
        }

        turn.Enter(new Step.AwaitingBirthDate(number));
        turn.Say("status.no-match", ("left", left.ToString(CultureInfo.InvariantCulture)));
        turn.OfferOptionsOf("status.no-match");
    }

    private static string Time(TurnDraft turn, DateTimeOffset at) => CalendarWords.Time(at, turn.Around.Office, turn.Language);
}
