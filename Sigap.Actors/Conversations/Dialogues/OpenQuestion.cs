namespace Sigap.Conversations.Dialogues;

/// <summary>The question an open dialogue waits on, asked again below what interrupted it. Where nothing is open nothing is said.</summary>
internal static class OpenQuestion
{
    public static void Repeat(TurnDraft turn)
    {
        switch (turn.Step)
        {
            case Step.AskingRequirements asking: RequirementsDialogue.Repeat(turn, asking); break;
            case Step.AwaitingNumber: StatusDialogue.AskForNumber(turn); break;
            case Step.AwaitingBirthDate awaiting: StatusDialogue.AskForBirthDate(turn, awaiting.Number); break;
            case Step.AwaitingFeedbackCategory: Ask(turn, FeedbackDialogue.AskCategory); break;
            case Step.AwaitingFeedbackText: Ask(turn, FeedbackDialogue.AskText); break;
            case Step.AwaitingRating: Ask(turn, FeedbackDialogue.AskRating); break;
            case Step.AwaitingOfficerQuestion: Ask(turn, OfficerDialogue.AskQuestion); break;
            case Step.MakingBooking making: PickupDialogue.Repeat(turn, making); break;
            case Step.ChangingBooking changing: BookingChanging.Repeat(turn, changing); break;
            case Step.AwaitingDoorCode: ArrivalDialogue.AskForCode(turn); break;
            case Step.Clarifying: turn.Enter(Step.Idle.Here); break;
            default: break;
        }
    }

    private static void Ask(TurnDraft turn, string node)
    {
        turn.Say(node);
        turn.OfferOptionsOf(node);
    }
}
