using System.Collections.Immutable;
using System.Diagnostics;
using Dapper;
using Sigap.Content;
using Sigap.Host.Storage;
using Sigap.Kernel;
using Sigap.Pickup;

namespace Sigap.Bench.Rush;

/// <summary>One rush on one new Sigap: first a smaller one on another day, until most code is compiled, then the one that counts.</summary>
internal sealed class RushRun(RushSettings settings, string parent)
{
    public async Task<RushFigures> Measure(CancellationToken cancel)
    {
        await using var host = await RushHost.Start(settings.Database, parent, cancel);
        var (warmUp, day) = Days(host.Services);
        if (settings.WarmUp > 0)
        {
            await Crowd(host.Services, warmUp.Day).Storm(settings.Applicants, settings.WarmUp, settings.OneInPriority, cancel);
        }

        using var writes = new ClaimWrites();
        var processor = Environment.CpuUsage.TotalTime;
        var began = Stopwatch.GetTimestamp();
        var answered = await Crowd(host.Services, day.Day).Storm(0, settings.Applicants, settings.OneInPriority, cancel);
        var took = Stopwatch.GetElapsedTime(began);
        processor = Environment.CpuUsage.TotalTime - processor;

        var waits = answered.Select(one => one.After.TotalMilliseconds).Order().ToArray();
        return new RushFigures(
            day.Slots.Sum(slot => slot.Bookable),
            answered.Count(one => one.Outcome == RushCrowd.Outcome.Confirmed),
            answered.Count(one => one.Outcome == RushCrowd.Outcome.TurnedAway),
            answered.Count(one => one.Outcome == RushCrowd.Outcome.Unanswered),
            Math.Round(took.TotalSeconds, 2),
            Math.Round(waits[waits.Length / 2]),
            Math.Round(waits[^1]),
            await JournalWrites(host.Services, day.Day, cancel),
            writes.Count,
            Math.Round(processor.TotalSeconds, 2),
            await Oversold(host.Services, day, cancel));
    }

    /// <summary>The first two days from tomorrow on that hand out as many places as any day within the horizon.</summary>
    private (DayPlan WarmUp, DayPlan Measured) Days(IServiceProvider services)
    {
        var content = services.GetRequiredService<IContentSource>().Current;
        var office = Office(services);
        var today = office.LocalDate(services.GetRequiredService<TimeProvider>().GetUtcNow());
        DayPlan[] plans = [.. PickupCalendar.OpenDays(content, office, today.AddDays(1), today.AddDays(office.Pickup.HorizonDays))
            .Select(date => PickupCalendar.Plan(content, office, date))];
        var most = plans.Max(plan => plan.Slots.Sum(slot => slot.Bookable));
        DayPlan[] full = [.. plans.Where(plan => plan.Slots.Sum(slot => slot.Bookable) == most).Take(2)];
        return full.Length == 2
            ? (full[0], full[1])
            : throw new BenchProblem($"Office {settings.Office} has no two open days alike within its horizon; choose another with --office.");
    }

    private Office Office(IServiceProvider services) =>
        services.GetRequiredService<IContentSource>().Current.Offices.GetValueOrDefault(new OfficeId(settings.Office))
        ?? throw new BenchProblem($"There is no office '{settings.Office}'; write the name of a file in config/offices.");

    private RushCrowd Crowd(IServiceProvider services, PickupDayId day) => new(
        services.GetRequiredService<IPickupDesk>(), day, Office(services).ApplicationCode, Office(services).BusinessNumber);

    private static Task<long> JournalWrites(IServiceProvider services, PickupDayId day, CancellationToken cancel) =>
        services.GetRequiredService<SigapDatabase>().Read(
            connection => connection.ExecuteScalar<long>(
                "SELECT COUNT(*) FROM journal WHERE persistence_id = @id", new { id = $"pickup|{day.Value}" }),
            cancel);

    /// <summary>Counted from what the day itself says, place by place.</summary>
    private static async Task<int> Oversold(IServiceProvider services, DayPlan plan, CancellationToken cancel)
    {
        var answer = await services.GetRequiredService<IPickupDesk>().Ask(new GetBookings(plan.Day), cancel);
        ImmutableArray<Seat> seats = [.. ((PickupAnswer.Bookings)answer).All.SelectMany(booking => booking.Seats)];
        var full = plan.Slots.Count(slot => seats.Count(seat => seat.Slot == slot.From) > slot.Bookable);
        return full + (seats.Length - seats.Select(seat => seat.Application).Distinct().Count());
    }
}
