using System.Collections.Immutable;

namespace Sigap.Pickup;

/// <summary>
/// Decides what a pickup day does with commands that are decided together: each sees what the ones before it changed, and all
/// changes are one event. Pure: the same day, commands, surroundings and claims decide the same for ever.
/// </summary>
public static class PickupDecider
{
    public static DayDecision Decide(
        PickupDay day, IReadOnlyList<IPickupCommand> commands, DaySurroundings around, ClaimsSeen claims)
    {
        ArgumentNullException.ThrowIfNull(commands);
        var draft = new DayDraft(day, around);
        var round = new ClaimRound(claims);

        // What is due comes first: nobody is refused because of a hold that is dead already.
        Stock.Lapse(draft, asked: [.. commands.OfType<ConfirmBooking>().Select(confirm => confirm.Code)]);
        var answers = commands.Select(command => Answer(draft, command, round)).ToImmutableArray();
        WaitingLine.Serve(draft);

        return round.Needs is { IsEmpty: false } needs
            ? new DayDecision.Needs(needs)
            : new DayDecision.Made(answers, draft.Finish());
    }

    private static PickupAnswer Answer(DayDraft draft, IPickupCommand command, ClaimRound claims) => command switch
    {
        HoldPlaces hold => Holding.Decide(draft, hold, claims),
        ConfirmBooking confirm => BookingChanges.Confirm(draft, confirm, claims),
        ChangeCollector change => BookingChanges.ChangeCollector(draft, change),
        EndBooking end => BookingChanges.End(draft, end),
        JoinWaitlist join => WaitingLine.Join(draft, join),
        LeaveWaitlist leave => WaitingLine.Leave(draft, leave),
        ChangeHands change => Hands.Change(draft, change),
        ReviewDay => CalendarReview.Decide(draft),
        TakeStock => PickupAnswer.Done.Now,
        IHallCommand hall => HallDecider.Decide(draft, hall),
        _ => throw new InvalidOperationException($"{command.GetType().Name} is not a command of a pickup day"),
    };
}
