using Microsoft.Extensions.DependencyInjection;
using Sigap.Content;
using Sigap.Kernel;
using Sigap.Pickup;
using Sigap.Tests.Hosting;
using Sigap.Tests.Support;
using static Sigap.Tests.Pickup.OfficeUnderTest;

namespace Sigap.Tests.Pickup.Host;

/// <summary>The pickup days of the whole program as it ships: real database, real actors, real restarts.</summary>
[Collection(HostingCollection.Name)]
public sealed class PickupDeskSpec : IAsyncLifetime
{
    private readonly DataFolder _folder = new();
    private GraphStandIn _graph = null!;

    private JournalOnDisk Database => new(_folder.Database);

    public async Task InitializeAsync() => _graph = await GraphStandIn.Start();

    public async Task DisposeAsync()
    {
        await _graph.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_booking_outlives_a_restart()
    {
        HoldPlaces hold;
        BookingView held;
        await using (var sigap = await Start())
        {
            hold = Hold(1, day: OpenDay(sigap));
            held = (await Ask(sigap, hold)).ShouldBeOfType<PickupAnswer.Booked>().Booking;
            await Ask(sigap, new ConfirmBooking(hold.Day, held.At.Code, Collector.Applicant));
        }

        await using var again = await Start();
        (await Ask(again, hold)).ShouldBeOfType<PickupAnswer.Booked>().Booking
            .ShouldBe(held with { Stage = BookingStage.Confirmed, Collector = Collector.Applicant, Until = null });
    }

    [Fact]
    public async Task A_hold_lapses_though_the_process_died_and_nobody_asks_for_its_day()
    {
        await using (var sigap = await Start())
        {
            (await Ask(sigap, Hold(1, day: OpenDay(sigap)))).ShouldBeOfType<PickupAnswer.Booked>();
            await Eventually.Becomes(() => Count("ended IS NULL") == 1, () => "the hold is in the table");
        }

        await using var again = await Start(DateTimeOffset.UtcNow + TimeSpan.FromMinutes(6));
        await Eventually.Becomes(() => Count("ended = 'lapsed'") == 1, () => "the hold has lapsed");
        await Eventually.Becomes(
            () => Database.Query<long>("SELECT COUNT(*) FROM pickup_claim") == 0, () => "the application is free again");
    }

    [Fact]
    public async Task A_closure_written_into_the_calendar_ends_the_bookings_of_that_day()
    {
        var config = CopyOfConfig();
        await using var sigap = await SigapInProcess.Start(
            _folder.Settings(_graph.Url, $"--Config:Path={config}", "--Config:LookEvery=00:00:00.200"));
        var hold = Hold(1, day: OpenDay(sigap));
        var held = (await Ask(sigap, hold)).ShouldBeOfType<PickupAnswer.Booked>().Booking;
        await Ask(sigap, new ConfirmBooking(hold.Day, held.At.Code, Collector.Applicant));
        await Eventually.Becomes(() => Count("stage = 'confirmed'") == 1, () => "the booking is in the table");

        var office = Path.Combine(config, "offices", "jakarta-pusat.yaml");
        var closure = $"closures: [{{date: {hold.Day.Date:yyyy-MM-dd}, reason: {{id: Perbaikan gedung, en: Building works}}}}]";
        await File.WriteAllTextAsync(office, (await File.ReadAllTextAsync(office)).Replace("closures: []", closure, StringComparison.Ordinal));

        await Eventually.Becomes(() => Count("ended = 'office-closed'") == 1, () => "the booking has ended");
    }

    private string CopyOfConfig()
    {
        var (from, to) = (RepositoryRoot.Combine("config"), Path.Combine(_folder.Path, "config"));
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return to;
    }

    private Task<SigapInProcess> Start(DateTimeOffset? now = null) => SigapInProcess.Start(_folder.Settings(_graph.Url), now);

    private long Count(string where) => Database.Query<long>($"SELECT COUNT(*) FROM pickup_booking WHERE {where}");

    private static Task<PickupAnswer> Ask(SigapInProcess sigap, IWithPickupDay message) =>
        sigap.Services.GetRequiredService<IPickupDesk>().Ask(message, CancellationToken.None);

    private static PickupDayId OpenDay(SigapInProcess sigap)
    {
        var content = sigap.Services.GetRequiredService<IContentSource>().Current;
        var office = content.Offices[new OfficeId("jakarta-pusat")];
        var today = office.LocalDate(DateTimeOffset.UtcNow);
        return new PickupDayId(office.Id, PickupCalendar.OpenDays(content, office, today.AddDays(1), today.AddDays(14)).First());
    }
}
