using System.Collections.Immutable;
using Sigap.Content;
using Sigap.Language;

namespace Sigap.Conversations.Dialogues;

/// <summary>A few yes/no questions, then the personal checklist.</summary>
internal static class RequirementsDialogue
{
    public const string QuestionPrefix = "requirements.question.";

    private const string Checklist = "requirements.checklist";
    private const string Yes = "yes";
    private const string No = "no";

    public static void Start(TurnDraft turn, string kind)
    {
        if (!turn.Around.Content.Requirements.TryGetValue(kind, out var found))
        {
            MenuDialogue.Show(turn, "requirements");
            return;
        }

        AskNext(turn, found, ImmutableSortedDictionary<string, bool>.Empty);
    }

    /// <summary>A tap on a question further up corrects the answer given there.</summary>
    public static bool ChooseAnswer(TurnDraft turn, Offer chosen)
    {
        var question = chosen.Node[QuestionPrefix.Length..];
        if (turn.Step is not Step.AskingRequirements asking || chosen.Option is not (Yes or No) || !Asks(turn, asking, question))
        {
            return false;
        }

        Answered(turn, asking, question, chosen.Option == Yes);
        return true;
    }

    public static bool Continue(TurnDraft turn, Step.AskingRequirements asking)
    {
        if (Current(turn, asking) is not { } question)
        {
            return false;
        }

        switch (turn.Input.Intent)
        {
            case Intent.Yes:
                Answered(turn, asking, question, true);
                return true;
            case Intent.No:
                Answered(turn, asking, question, false);
                return true;
            case Intent.Unknown:
                AskAgain(turn, question);
                return true;
            default:
                return false;
        }
    }

    public static void GoBack(TurnDraft turn, Step.AskingRequirements asking)
    {
        if (!turn.Around.Content.Requirements.TryGetValue(asking.Kind, out var kind) || asking.Answers.IsEmpty)
        {
            MenuDialogue.Show(turn, "requirements");
            return;
        }

        var last = kind.Questions.Last(asking.Answers.ContainsKey);
        AskNext(turn, kind, asking.Answers.Remove(last));
    }

    public static void Repeat(TurnDraft turn, Step.AskingRequirements asking)
    {
        if (Current(turn, asking) is { } question)
        {
            AskAgain(turn, question);
        }
    }

    private static bool Asks(TurnDraft turn, Step.AskingRequirements asking, string question) =>
        turn.Around.Content.Requirements.TryGetValue(asking.Kind, out var kind) && kind.Questions.Contains(question);

    private static void Answered(TurnDraft turn, Step.AskingRequirements asking, string question, bool yes) =>
        AskNext(turn, turn.Around.Content.Requirements[asking.Kind], asking.Answers.SetItem(question, yes));

    /// <summary>Null when the kind or all its questions are gone: the content changed in between.</summary>
    private static string? Current(TurnDraft turn, Step.AskingRequirements asking) =>
        turn.Around.Content.Requirements.TryGetValue(asking.Kind, out var kind)
            ? kind.Questions.FirstOrDefault(question => !asking.Answers.ContainsKey(question))
            : null;

    private static void AskNext(TurnDraft turn, RequirementKind kind, ImmutableSortedDictionary<string, bool> answers)
    {
        var question = kind.Questions.FirstOrDefault(candidate => !answers.ContainsKey(candidate));
        if (question is null)
        {
            ShowChecklist(turn, kind, answers);
            return;
        }

        turn.Enter(new Step.AskingRequirements(kind.Id, answers));
        AskAgain(turn, question);
    }

    private static void AskAgain(TurnDraft turn, string question)
    {
        var node = QuestionPrefix + question;
        turn.Say(node);
        turn.Offer(new Offer(node, Yes), new Offer(node, No));
    }

    private static void ShowChecklist(TurnDraft turn, RequirementKind kind, ImmutableSortedDictionary<string, bool> answers)
    {
        var given = answers.ToImmutableDictionary();
        turn.Enter(Step.Idle.Here);
        turn.Say(
            Checklist,
            (Wording.Kind, kind.Id),
            (Wording.Items, string.Join(' ', kind.ItemsFor(given))),
            (Wording.Notes, string.Join(' ', kind.NotesFor(given))));
        turn.OfferOptionsOf(Checklist);
    }
}
