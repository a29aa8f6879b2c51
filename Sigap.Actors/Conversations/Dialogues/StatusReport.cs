using System.Globalization;
using Sigap.Applications;
using Sigap.Content;

namespace Sigap.Conversations.Dialogues;

/// <summary>The stage in plain words: what it means, what happens next and when, and how old the data are.</summary>
internal static class StatusReport
{
    private const string Node = "status.result";

    public static void Say(TurnDraft turn, PassportApplication application)
    {
        var (office, language) = (turn.Around.Office, turn.Language);
        var today = office.LocalDate(turn.Now);
        var due = Due(turn, application);
        var values = new List<(string, string)>
        {
            ("number", StatusProof.Masked(application.Number)),
            ("initials", application.Initials),
            (Wording.StageName, application.Stage.Name()),
            ("since", CalendarWords.Day(application.StageOn, language)),
            ("date", CalendarWords.Day(due, language)),
            ("days", Math.Max(0, due.DayNumber - today.DayNumber).ToString(CultureInfo.InvariantCulture)),
            ("as_of", CalendarWords.Moment(application.UpdatedAt, office, language)),
        };
        if (due < today && HasDeadline(application.Stage))
        {
            values.Add((Wording.IsOverdue, "yes"));
        }

        turn.Enter(Step.Idle.Here);
        turn.Say(Node, [.. values]);
        turn.OfferOptionsOf(Node);
    }

    /// <summary>The day by which the next thing should have happened, by the rule for the stage.</summary>
    private static DateOnly Due(TurnDraft turn, PassportApplication application)
    {
        var content = turn.Around.Content;
        return application.Stage switch
        {
            Stage.ReadyForCollection => (application.ReadyOn ?? application.StageOn).AddDays(content.Fact("collection-days")),
            Stage.AwaitingPayment => application.StageOn.AddDays(content.Fact("counter-payment-days")),
            _ => WorkingDays.Add(content, turn.Around.Office, application.StageOn, content.Fact("issue-working-days")),
        };
    }

    private static bool HasDeadline(Stage stage) => stage is
        Stage.AwaitingPayment or Stage.InterviewAndBiometrics or Stage.Verification or Stage.Adjudication
        or Stage.BookAllocated or Stage.Printing or Stage.ReadyForCollection;
}
