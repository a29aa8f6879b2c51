namespace Sigap.Conversations;

/// <summary>Where an applicant stands now, in one sentence: what Sigap waits for.</summary>
internal static class Standing
{
    public const string Node = "late.standing";
    public const string Where = "where";

    /// <summary>The phrase for it.</summary>
    public static string Of(TurnDraft turn) => turn.Step switch
    {
        Step.AskingRequirements => "late.at.requirements",
        Step.AwaitingNumber => "late.at.number",
        Step.AwaitingBirthDate => "late.at.birth-date",
        Step.AwaitingFeedbackCategory or Step.AwaitingFeedbackText => "late.at.feedback",
        Step.AwaitingRating => "late.at.rating",
        Step.AwaitingOfficerQuestion => "late.at.officer",
        Step.AwaitingDoorCode => "late.at.door-code",
        Step.MakingBooking when HoldThatEnded(turn) is not null => "late.at.hold-over",
        Step.MakingBooking { Asks: BookingAsks.Collector } => "late.at.hold",
        Step.MakingBooking => "late.at.booking",
        Step.ChangingBooking => "late.at.change",
        Step.Idle or Step.Clarifying => "late.at.menu",
        _ => throw new InvalidOperationException($"Nothing says where {turn.Step.GetType().Name} is"),
    };

    /// <summary>A booking that waits for an answer about places which are held no more.</summary>
    public static BookingDraft? HoldThatEnded(TurnDraft turn) =>
        turn.Step is Step.MakingBooking { Asks: BookingAsks.Collector, Draft: var draft } && !IsHeld(turn, draft) ? draft : null;

    private static bool IsHeld(TurnDraft turn, BookingDraft draft) =>
        draft.Held is { } held && turn.Pickup.Booking(held) is { Until: { } until } && until > turn.Now;
}
