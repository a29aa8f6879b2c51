using Microsoft.Extensions.DependencyInjection;
using Sigap.Content;
using Sigap.Kernel;
using Sigap.Pickup;
using Sigap.Tests.Support;

namespace Sigap.Tests.Hosting;

/// <summary>In the whole running program a booking has its reminders from the moment it is confirmed until it ends.</summary>
[Collection(HostingCollection.Name)]
public sealed class BookingRemindersSpec : IAsyncLifetime
{
    private static readonly ConversationId Conversation = new("109000000000001.AAECAwQFBgcICQoLDA0O");
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
    public async Task A_booking_brings_its_reminders_and_takes_them_along()
    {
        await using var sigap = await SigapInProcess.Start(_folder.Settings(_graph.Url));
        var day = OpenDay(sigap);
        var application = ApplicationNumber.Parse("1106000000123456")!.Value;
        var booked = await Ask(sigap, new HoldPlaces(day, 1, Conversation, [application], null, Priority: false));
        var code = booked.ShouldBeOfType<PickupAnswer.Booked>().Booking.At.Code;

        await Ask(sigap, new ConfirmBooking(day, code, Collector.Applicant));
        await Eventually.Becomes(() => Reminders() == 2, () => "the day before and the same day are planned");

        await Ask(sigap, new EndBooking(day, code, BookingEnd.GivenBack));
        await Eventually.Becomes(() => Reminders() == 0, () => "nothing is left to remind of");
    }

    private long Reminders() => Database.Query<long>($"SELECT COUNT(*) FROM reminder WHERE conversation = '{Conversation}'");

    private static Task<PickupAnswer> Ask(SigapInProcess sigap, IWithPickupDay message) =>
        sigap.Services.GetRequiredService<IPickupDesk>().Ask(message, CancellationToken.None);

    /// <summary>Far enough ahead for both reminders to be still to come.</summary>
    private static PickupDayId OpenDay(SigapInProcess sigap)
    {
        var content = sigap.Services.GetRequiredService<IContentSource>().Current;
        var office = content.Offices[new OfficeId("jakarta-pusat")];
        var today = office.LocalDate(sigap.Clock.GetUtcNow());
        return new PickupDayId(office.Id, PickupCalendar.OpenDays(content, office, today.AddDays(2), today.AddDays(14)).First());
    }
}
