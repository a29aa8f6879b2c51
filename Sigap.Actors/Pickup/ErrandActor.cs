using System.Collections.Immutable;
using Akka.Actor;
using Akka.Event;
using Sigap.Conversations;

namespace Sigap.Pickup;

/// <summary>
/// Does what a pickup day owes others: each errand again and again until it is acknowledged, a limited number at once. Keeps
/// nothing durable: the day does, and hands over everything owed again when it starts anew.
/// </summary>
internal sealed class ErrandActor(PickupDayId day, PickupParts parts, Func<IActorRef> conversations, Func<IActorRef> days)
    : UntypedActor, IWithTimers
{
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly CancellationTokenSource _stopped = new();
    private readonly SortedDictionary<long, Errand> _owed = [];
    private readonly HashSet<long> _underWay = [];
    private readonly HashSet<long> _finished = [];

    public ITimerScheduler Timers { get; set; } = null!;

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Carry carry:
                Take(carry.Owed);
                break;
            case Ended { IsDone: true } ended:
                Finish(ended.Number);
                break;
            case Ended ended:
                Postpone(ended);
                break;
            case TryAgain:
                Begin();
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    protected override void PostStop()
    {
        _stopped.Cancel();
        _stopped.Dispose();
    }

    private void Take(ImmutableArray<OwedErrand> owed)
    {
        _finished.IntersectWith(owed.Select(errand => errand.Number));
        foreach (var errand in owed.Where(errand => !_finished.Contains(errand.Number)))
        {
            _owed[errand.Number] = errand.Errand;
        }

        Begin();
    }

    private void Begin()
    {
        foreach (var (number, errand) in _owed.Where(owed => !_underWay.Contains(owed.Key)).ToList())
        {
            if (_underWay.Count == parts.Settings.ErrandsAtOnce)
            {
                return;
            }

            _underWay.Add(number);
            Do(number, errand).PipeTo(
                Self,
                success: done => new Ended(number, done, null),
                failure: failure => new Ended(number, IsDone: false, failure.GetType().Name));
        }
    }

    private void Finish(long number)
    {
        _underWay.Remove(number);
        _owed.Remove(number);
        _finished.Add(number);
        Context.Parent.Tell(new ErrandDone(number));
        Begin();
    }

    private void Postpone(Ended ended)
    {
        _log.Warning("Errand {Number} of pickup day {Day} is not done ({Failure}); it will be tried again",
            ended.Number, day, ended.Failure ?? "refused");
        Timers.StartSingleTimer(TryAgain.Key, TryAgain.Now, parts.Settings.ErrandRetry);
        _underWay.Remove(ended.Number);
    }

    private async Task<bool> Do(long number, Errand errand)
    {
        switch (errand)
        {
            case Errand.Tell tell:
                return parts.Clock.GetUtcNow() >= tell.ValidUntil || await IsTold(DayNotices.For(day, number, tell));
            case Errand.End end:
                return await IsEnded(new EndBooking(end.Booking.Day, end.Booking.Code, end.Why));
            case Errand.Release release:
                await ClaimRelease.Carry(parts.Claims, release, _stopped.Token);
                return true;
            default:
                throw new InvalidOperationException($"{errand.GetType().Name} is not an errand of a pickup day");
        }
    }

    private async Task<bool> IsTold(Notify notify)
    {
        using var patience = Patience();
        return await conversations().Ask<object>(notify, patience.Token) is Notified;
    }

    private async Task<bool> IsEnded(EndBooking ending)
    {
        using var patience = Patience();
        return await days().AskDay(ending, patience.Token) is not PickupAnswer.Refused { Why: PickupRefusal.NotAvailable };
    }

    /// <summary>By the day's own clock.</summary>
    private CancellationTokenSource Patience() => new(parts.Settings.ErrandTimeout, parts.Clock);

    /// <summary>Everything the day owes just now.</summary>
    public sealed record Carry(ImmutableArray<OwedErrand> Owed) : INoSerializationVerificationNeeded;

    /// <summary>Told to the day.</summary>
    public sealed record ErrandDone(long Number)
        : INoSerializationVerificationNeeded, IDeadLetterSuppression, INotInfluenceReceiveTimeout;

    private sealed record Ended(long Number, bool IsDone, string? Failure)
        : INoSerializationVerificationNeeded, IDeadLetterSuppression;

    private sealed class TryAgain : INoSerializationVerificationNeeded, IDeadLetterSuppression
    {
        public const string Key = "try-again";
        public static readonly TryAgain Now = new();
    }
}
