using System.Collections.Immutable;
using Sigap.Conversations;
using Sigap.Kernel;

namespace Sigap.Pickup;

/// <summary>
/// The pickup days of all offices without actors and without a journal: for conversations in the terminal and for transcripts in
/// virtual time. The decisions are the real ones. One caller at a time.
/// </summary>
public sealed class PickupOffice : IPickupDesk
{
    private readonly IDayPlans _plans;
    private readonly Action<Notify> _tell;
    private readonly MemoryPickupClaims _claims = new();
    private readonly SortedDictionary<string, (PickupDayId Id, PickupDay Day)> _days = new(StringComparer.Ordinal);

    /// <param name="tell">Is given what applicants are to be told.</param>
    public PickupOffice(IDayPlans plans, DateTimeOffset now, Action<Notify> tell)
    {
        _plans = plans;
        _tell = tell;
        Now = now.AsOnWire();
    }

    public DateTimeOffset Now { get; private set; }

    /// <summary>Raised after every change of a day.</summary>
    public event Action<PickupDayId, DayChanged>? Changed;

    /// <summary>The next moment something is due on any day; null when nothing is.</summary>
    public DateTimeOffset? NextDue => _days.Values
        .Select(day => _plans.Around(day.Id, Now) is { } around ? Stock.NextDue(day.Day, around) : null)
        .Min();

    public PickupDay Day(PickupDayId id) => _days.TryGetValue(id.Value, out var known) ? known.Day : PickupDay.Origin;

    /// <summary>Every day's state as if it had been written and read again.</summary>
    public void Restart(Func<PickupDay, PickupDay> reread)
    {
        foreach (var (key, (id, day)) in _days.ToList())
        {
            _days[key] = (id, reread(day));
        }
    }

    public async Task<PickupAnswer> Ask(IWithPickupDay message, CancellationToken cancel)
    {
        if (_plans.Around(message.Day, Now) is not { } around)
        {
            return new PickupAnswer.Refused(PickupRefusal.NoSuchSlot);
        }

        return message switch
        {
            IPickupCommand command => (await Decide([command], around, cancel))[0],
            IPickupQuery query => DayQueries.Answer(Day(message.Day), query, around),
            _ => throw new InvalidOperationException($"{message.GetType().Name} is not for a pickup day"),
        };
    }

    /// <summary>Lets time pass: whatever falls due on the way happens at its moment.</summary>
    public async Task AdvanceTo(DateTimeOffset now, CancellationToken cancel)
    {
        while (NextDue is { } due && due <= now)
        {
            Now = due > Now ? due.AsOnWire() : Now;
            await TakeStock(cancel);
        }

        Now = now > Now ? now.AsOnWire() : Now;
    }

    private async Task TakeStock(CancellationToken cancel)
    {
        foreach (var (id, _) in _days.Values.ToList())
        {
            if (_plans.Around(id, Now) is { } around && Stock.NextDue(Day(id), around) <= Now)
            {
                await Decide([new TakeStock(id)], around, cancel);
            }
        }
    }

    private async Task<ImmutableArray<PickupAnswer>> Decide(
        ImmutableArray<IPickupCommand> commands, DaySurroundings around, CancellationToken cancel)
    {
        var id = around.Plan.Day;
        var claims = new ClaimTaking(_claims, (booking, stop) => Ask(new GetBooking(booking.Day, booking.Code), stop));
        var seen = ClaimsSeen.None;
        while (true)
        {
            switch (PickupDecider.Decide(Day(id), commands, around, seen))
            {
                case DayDecision.Needs needs:
                    seen = seen.With(await claims.Take(needs.Claims, cancel));
                    break;
                case DayDecision.Made made:
                    await Take(id, made.Change, cancel);
                    await ClaimRelease.Carry(_claims, [.. seen.InVain(Day(id))], cancel);
                    return made.Answers;
            }
        }
    }

    private async Task Take(PickupDayId id, DayChanged? changed, CancellationToken cancel)
    {
        if (changed is null)
        {
            return;
        }

        // Errands are done at once, so none stays owed.
        var done = changed.Errands.Select((_, place) => changed.FirstErrand + place).ToImmutableArray();
        var after = PickupEvolution.Evolve(Day(id), changed);
        _days[id.Value] = (id, PickupEvolution.Evolve(after, new DayChanged(changed.At, [], [], after.LastErrand + 1, done)));
        Changed?.Invoke(id, changed);

        foreach (var (errand, number) in changed.Errands.Zip(done))
        {
            await Carry(id, number, errand, cancel);
        }
    }

    private Task Carry(PickupDayId id, long number, Errand errand, CancellationToken cancel)
    {
        switch (errand)
        {
            case Errand.Tell tell:
                _tell(DayNotices.For(id, number, tell));
                return Task.CompletedTask;
            case Errand.End end:
                return Ask(new EndBooking(end.Booking.Day, end.Booking.Code, end.Why), cancel);
            case Errand.Release release:
                return ClaimRelease.Carry(_claims, release, cancel);
            default:
                throw new InvalidOperationException($"{errand.GetType().Name} is not an errand of a pickup day");
        }
    }
}
