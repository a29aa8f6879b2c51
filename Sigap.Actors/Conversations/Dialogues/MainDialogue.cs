using Sigap.Content;
using Sigap.Kernel;
using Sigap.Language;

namespace Sigap.Conversations.Dialogues;

/// <summary>The frame of every conversation: what works everywhere, then the open dialogue, then a new subject.</summary>
internal static class MainDialogue
{
    public static void Continue(TurnDraft turn)
    {
        if (turn.Before.IsNew)
        {
            Welcome(turn);
        }

        if (turn.Input.OldTap)
        {
            MenuDialogue.SayAboveMenu(turn, "stale-menu");
        }
        else if (turn.Input.Chosen is { } chosen)
        {
            Choose(turn, chosen);
        }
        else if (turn.Input.Text is null)
        {
            OtherContent.Answer(turn);
        }
        else if (!Command(turn) && !ContinueDialogue(turn))
        {
            NewSubject.Take(turn);
        }
    }

    /// <summary>Starts the dialogue an option leads to. The content check knows the same names.</summary>
    public static void Start(TurnDraft turn, string dialogue, string? argument)
    {
        switch (dialogue)
        {
            case "status": StatusDialogue.Start(turn); break;
            case "requirements" when argument is not null: RequirementsDialogue.Start(turn, argument); break;
            case "requirements": MenuDialogue.Show(turn, "requirements"); break;
            case "feedback" when argument is not null && FeedbackDialogue.ChooseCategory(turn, argument): break;
            case "feedback": FeedbackDialogue.Start(turn); break;
            case "pickup": PickupDialogue.Start(turn, argument); break;
            case "officer": OfficerDialogue.Start(turn); break;
            case "language": LanguageDialogue.Start(turn); break;
            default: MenuDialogue.ShowMenu(turn); break;
        }
    }

    private static void Welcome(TurnDraft turn)
    {
        if (turn.Input.Reading?.Spoken == LanguageCode.English)
        {
            turn.Speak(LanguageCode.English);
        }

        turn.Say("welcome");
    }

    /// <summary>An option belongs to a dialogue, or its node says where it leads.</summary>
    private static void Choose(TurnDraft turn, Offer chosen)
    {
        var handled = chosen.Node switch
        {
            "clarify" => NewSubject.Clarified(turn, chosen.Option),
            "language.choose" => LanguageDialogue.Choose(turn, chosen.Option),
            "status.which-number" => StatusDialogue.ChooseNumberKind(turn, chosen.Option),
            "feedback.ask-category" => FeedbackDialogue.ChooseCategory(turn, chosen.Option),
            "feedback.ask-rating" => FeedbackDialogue.ChooseRating(turn, chosen.Option),
            _ when chosen.Node.StartsWith(RequirementsDialogue.QuestionPrefix, StringComparison.Ordinal) =>
                RequirementsDialogue.ChooseAnswer(turn, chosen),
            _ => PickupDialogue.Choose(turn, chosen) ?? FollowNode(turn, chosen),
        };

        if (!handled)
        {
            MenuDialogue.SayAboveMenu(turn, "stale-menu");
        }
    }

    private static bool FollowNode(TurnDraft turn, Offer chosen)
    {
        var option = turn.Around.Content.Node(turn.Language, turn.Around.Office.Id, chosen.Node)?
            .Options.FirstOrDefault(option => option.Id == chosen.Option);
        if (option is null)
        {
            return false;
        }

        MenuDialogue.Follow(turn, option);
        return true;
    }

    /// <summary>Words that work everywhere. Within a free text only a short message can be a command.</summary>
    private static bool Command(TurnDraft turn)
    {
        var isFreeText = turn.Step is Step.AwaitingFeedbackText or Step.AwaitingOfficerQuestion;
        if (isFreeText && !turn.Input.IsShort)
        {
            return false;
        }

        if (ReminderDialogue.Take(turn))
        {
            return true;
        }

        switch (turn.Input.Intent)
        {
            case Intent.Menu:
                MenuDialogue.ShowMenu(turn);
                return true;
            case Intent.Back:
                GoBack(turn);
                return true;
            case Intent.Cancel:
                Cancel(turn);
                return true;
            case Intent.LanguageSwitch:
                LanguageDialogue.Switch(turn, turn.Input.Reading!.WantedLanguage);
                return true;
            default:
                return false;
        }
    }

    private static void GoBack(TurnDraft turn)
    {
        switch (turn.Step)
        {
            case Step.AskingRequirements asking: RequirementsDialogue.GoBack(turn, asking); break;
            case Step.AwaitingBirthDate: StatusDialogue.Start(turn); break;
            case Step.AwaitingFeedbackText: FeedbackDialogue.Start(turn); break;
            case Step.MakingBooking making: PickupDialogue.GoBack(turn, making); break;
            default: MenuDialogue.GoBack(turn); break;
        }
    }

    private static void Cancel(TurnDraft turn)
    {
        if (turn.Step is Step.AwaitingRating)
        {
            FeedbackDialogue.SkipRating(turn);
        }
        else if (!PickupDialogue.Cancel(turn))
        {
            MenuDialogue.SayAboveMenu(turn, turn.Step is Step.Idle ? "nothing-to-cancel" : "cancelled");
        }
    }

    /// <summary>False when the open dialogue does not want this message: it is about something else.</summary>
    private static bool ContinueDialogue(TurnDraft turn) => turn.Step switch
    {
        Step.AskingRequirements asking => RequirementsDialogue.Continue(turn, asking),
        Step.AwaitingNumber awaiting => StatusDialogue.Continue(turn, awaiting),
        Step.AwaitingBirthDate awaiting => StatusDialogue.Continue(turn, awaiting),
        Step.AwaitingFeedbackCategory => FeedbackDialogue.ContinueCategory(turn),
        Step.AwaitingFeedbackText awaiting => FeedbackDialogue.ContinueText(turn, awaiting.Category),
        Step.AwaitingRating => FeedbackDialogue.ContinueRating(turn),
        Step.AwaitingOfficerQuestion => OfficerDialogue.ContinueQuestion(turn),
        Step.MakingBooking making => PickupDialogue.Continue(turn, making),
        Step.ChangingBooking changing => BookingChanging.Continue(turn, changing),
        Step.AwaitingDoorCode => ArrivalDialogue.Continue(turn),
        _ => WaitlistDialogue.Continue(turn),
    };
}
