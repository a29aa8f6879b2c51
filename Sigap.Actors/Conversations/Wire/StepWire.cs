using System.Collections.Immutable;
using Sigap.Kernel;
using Sigap.Language;
using Proto = Sigap.Conversations.Wire;

namespace Sigap.Conversations;

internal static class StepWire
{
    public static Proto.Step ToWire(Step step) => step switch
    {
        Step.Idle => new Proto.Step { Idle = new Proto.Nothing() },
        Step.Clarifying s => new Proto.Step { Clarifying = new Proto.Clarifying { One = (int)s.One, Other = (int)s.Other } },
        Step.AskingRequirements s => new Proto.Step
        {
            AskingRequirements = new Proto.AskingRequirements { Kind = s.Kind, Answers = { s.Answers } },
        },
        Step.AwaitingNumber s => new Proto.Step
        {
            AwaitingNumber = new Proto.AwaitingNumber
            {
                FirstHalf = s.FirstHalf,
                SurelyApplication = s.SurelyApplication,
                For = PickupFileWire.ToWire(s.For),
            },
        },
        Step.AwaitingBirthDate { For: { } party } s => new Proto.Step
        {
            AwaitingBirthDateFor = new Proto.AwaitingBirthDateFor { Number = s.Number.Value, For = PickupFileWire.ToWire(party) },
        },
        Step.AwaitingBirthDate s => new Proto.Step { AwaitingBirthDate = s.Number.Value },
        Step.AwaitingFeedbackCategory => new Proto.Step { AwaitingFeedbackCategory = new Proto.Nothing() },
        Step.AwaitingFeedbackText s => new Proto.Step { AwaitingFeedbackText = (Proto.FeedbackCategory)s.Category },
        Step.AwaitingRating s => new Proto.Step { AwaitingRating = s.Reference },
        Step.AwaitingOfficerQuestion => new Proto.Step { AwaitingOfficerQuestion = new Proto.Nothing() },
        Step.MakingBooking s => new Proto.Step { Booking = PickupFileWire.ToWire(s) },
        Step.ChangingBooking s => new Proto.Step
        {
            ChangingBooking = new Proto.ChangingBooking { Booking = BookingWire.ToWire(s.Booking), Change = (int)s.Change },
        },
        Step.AwaitingDoorCode => new Proto.Step { AwaitingDoorCode = new Proto.Nothing() },
        _ => throw new InvalidOperationException($"No wire form for step {step.GetType().Name}"),
    };

    public static Step FromWire(Proto.Step? step) => step?.KindCase switch
    {
        null or Proto.Step.KindOneofCase.Idle => Step.Idle.Here,
        Proto.Step.KindOneofCase.Clarifying => new Step.Clarifying((Intent)step.Clarifying.One, (Intent)step.Clarifying.Other),
        Proto.Step.KindOneofCase.AskingRequirements => new Step.AskingRequirements(
            step.AskingRequirements.Kind, step.AskingRequirements.Answers.ToImmutableSortedDictionary(StringComparer.Ordinal)),
        Proto.Step.KindOneofCase.AwaitingNumber =>
            new Step.AwaitingNumber(
                step.AwaitingNumber.FirstHalf, step.AwaitingNumber.SurelyApplication, PickupFileWire.PartyFromWire(step.AwaitingNumber.For)),
        Proto.Step.KindOneofCase.AwaitingBirthDate => new Step.AwaitingBirthDate(
            ApplicationNumber.Parse(step.AwaitingBirthDate) ?? throw new InvalidDataException("A step holds no application number")),
        Proto.Step.KindOneofCase.AwaitingFeedbackCategory => Step.AwaitingFeedbackCategory.Here,
        Proto.Step.KindOneofCase.AwaitingFeedbackText => new Step.AwaitingFeedbackText((FeedbackCategory)step.AwaitingFeedbackText),
        Proto.Step.KindOneofCase.AwaitingRating => new Step.AwaitingRating(step.AwaitingRating),
        Proto.Step.KindOneofCase.AwaitingOfficerQuestion => Step.AwaitingOfficerQuestion.Here,
        Proto.Step.KindOneofCase.AwaitingBirthDateFor => new Step.AwaitingBirthDate(
            BookingWire.Application(step.AwaitingBirthDateFor.Number), PickupFileWire.PartyFromWire(step.AwaitingBirthDateFor.For)),
        Proto.Step.KindOneofCase.Booking => PickupFileWire.BookingFromWire(step.Booking),
        Proto.Step.KindOneofCase.ChangingBooking => new Step.ChangingBooking(
            BookingWire.AtFromWire(step.ChangingBooking.Booking), (BookingChange)step.ChangingBooking.Change),
        Proto.Step.KindOneofCase.AwaitingDoorCode => Step.AwaitingDoorCode.Here,
        _ => throw new InvalidDataException($"Step {(int)step.KindCase} is not known here; it was written by a newer version"),
    };
}
