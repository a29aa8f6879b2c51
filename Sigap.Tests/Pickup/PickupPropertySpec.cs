using CsCheck;

namespace Sigap.Tests.Pickup;

/// <summary>Whatever many applicants ask, in whatever order, at whatever time, and however often the days start anew.</summary>
public class PickupPropertySpec
{
    private static readonly Gen<StoryStep[]> Story = Gen.Select(
        Gen.Frequency(
            (8, Gen.Const(StepKind.Hold)), (6, Gen.Const(StepKind.Confirm)), (3, Gen.Const(StepKind.End)), (4, Gen.Const(StepKind.Join)),
            (1, Gen.Const(StepKind.Leave)), (3, Gen.Const(StepKind.Move)), (1, Gen.Const(StepKind.Review)), (1, Gen.Const(StepKind.Restart)),
            (1, Gen.Const(StepKind.ChangeCollector)), (1, Gen.Const(StepKind.TakeStock))),
        Gen.Int[1, 6],
        Gen.Int[1, 8],
        Gen.Int[1, 3],
        Gen.Int[-1, 3],
        Gen.Bool,
        Gen.Int[0, 1000],
        Gen.Frequency((6, Gen.Int[0, 90]), (3, Gen.Int[90, 1200]), (1, Gen.Int[1200, 30_000])),
        (kind, phone, first, places, slot, flag, pick, seconds) => new StoryStep(kind, phone, first, places, slot, flag, pick, seconds))
        .Array[1, 60];

    [Fact]
    public void A_slot_never_has_more_than_its_places() => Tell((_, world) => world.CapacityIsKept());

    [Fact]
    public void A_confirmed_booking_ends_only_by_its_end() => Tell((_, world) => world.NothingConfirmedVanished());

    [Fact]
    public void An_application_never_has_two_bookings() => Tell((_, world) => world.NoApplicationTwice());

    [Fact]
    public void A_command_that_comes_twice_changes_nothing_the_second_time() => Tell((step, world) => world.RepeatingChangesNothing(step));

    [Fact]
    public void What_is_due_has_happened() => Tell((_, world) => world.NothingIsOverdue());

    [Fact]
    public void The_counts_of_a_day_are_those_of_its_bookings() => Tell((_, world) => world.CountsAgree());

    private static void Tell(Action<StoryStep, StoryWorld> check) => Story.Sample(
        story =>
        {
            var world = new StoryWorld();
            foreach (var step in story)
            {
                world.Play(step);
                check(step, world);
            }
        },
        iter: 400);
}
