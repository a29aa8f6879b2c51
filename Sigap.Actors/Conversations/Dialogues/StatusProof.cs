using System.Globalization;
using Sigap.Applications;
using Sigap.Content;
using Sigap.Kernel;

namespace Sigap.Conversations.Dialogues;

/// <summary>Does this birth date belong to this number? Shows the status, or counts the failure.</summary>
internal static class StatusProof
{
    /// <summary>A younger applicant's passport is collected by a parent.</summary>
    private const int AdultAge = 17;

    public static void Try(TurnDraft turn, ApplicationNumber number, DateOnly birthDate)
    {
        turn.Ask(new Question.ProveApplication(number, birthDate));
        switch (turn.Answer)
        {
            case Answer.Proved { Outcome: ProofOutcome.Proven proven }:
                Proven(turn, proven.Application);
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

    private static void Proven(TurnDraft turn, PassportApplication application)
    {
        var today = turn.Around.Office.LocalDate(turn.Now);
        turn.Note(new TurnFact.ApplicationProven(
            application.Number,
            application.Stage,
            application.ReadyOn ?? (application.Stage == Stage.ReadyForCollection ? application.StageOn : null),
            application.Initials,
            application.BirthDate > today.AddYears(-AdultAge)));
        if (StatusDialogue.PurposeOf(turn) is { } party)
        {
            BookingParty.Proven(turn, party, application);
            return;
        }

        StatusReport.Say(turn, application);
        if (application.Stage == Stage.ReadyForCollection)
        {
            OfferBooking(turn, application.Number);
        }
    }

    private static void OfferBooking(TurnDraft turn, ApplicationNumber number)
    {
        var node = "status.can-book";
        if (BookingParty.BookedAs(turn, number) is { } booking)
        {
            BookingParty.SayAlready(turn, booking);
            node = "booking.already";
        }
        else
        {
            turn.Say(node);
        }

        turn.OfferOptionsOf(node);
    }

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

        turn.Enter(new Step.AwaitingBirthDate(number, StatusDialogue.PurposeOf(turn)));
        turn.Say("status.no-match", ("left", left.ToString(CultureInfo.InvariantCulture)));
        turn.OfferOptionsOf("status.no-match");
    }

    private static string Time(TurnDraft turn, DateTimeOffset at) => CalendarWords.Time(at, turn.Around.Office, turn.Language);
}
