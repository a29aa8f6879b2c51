using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Sigap.Kernel;
using Sigap.Pickup;

namespace Sigap.Bench.Rush;

/// <summary>Applicants who all ask for a place on the same day at the same moment, and confirm what they get.</summary>
internal sealed class RushCrowd(IPickupDesk desk, PickupDayId day, string officeCode, BusinessNumberId business)
{
    /// <summary>Somebody who hears nothing for so long gave up.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public async Task<ImmutableArray<Answered>> Storm(int first, int applicants, int oneInPriority, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var all = Enumerable.Range(first, applicants)
            .Select(number => Apply(number, number % oneInPriority == 0, start.Task, patience.Token))
            .ToArray();
        start.SetResult();
        return [.. await Task.WhenAll(all)];
    }

    private async Task<Answered> Apply(int number, bool priority, Task start, CancellationToken cancel)
    {
        await start;
        var began = Stopwatch.GetTimestamp();
        var application = ApplicationNumber.Parse(string.Create(CultureInfo.InvariantCulture, $"{officeCode}{number:000000000000}"))!.Value;
        var conversation = new ConversationId(string.Create(CultureInfo.InvariantCulture, $"{business.Value}.rush{number:00000000}"));
        try
        {
            var answer = await desk.Ask(
                new HoldPlaces(day, (ulong)number + 1, conversation, [application], Slot: null, priority), cancel);
            if (answer is PickupAnswer.Booked held)
            {
                answer = await desk.Ask(new ConfirmBooking(day, held.Booking.At.Code, Collector.Applicant), cancel);
            }

            return new Answered(Of(answer), Stopwatch.GetElapsedTime(began));
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            cancel.ThrowIfCancellationRequested();
            return new Answered(Outcome.Unanswered, Stopwatch.GetElapsedTime(began));
        }
    }

    private static Outcome Of(PickupAnswer answer) => answer switch
    {
        PickupAnswer.Booked { Booking.Stage: BookingStage.Confirmed } => Outcome.Confirmed,
        PickupAnswer.Refused { Why: PickupRefusal.Full } => Outcome.TurnedAway,
        _ => Outcome.Unanswered,
    };

    internal readonly record struct Answered(Outcome Outcome, TimeSpan After);

    internal enum Outcome
    {
        Confirmed,
        TurnedAway,
        Unanswered,
    }
}
