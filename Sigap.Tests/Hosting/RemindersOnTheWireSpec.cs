using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Sigap.Conversations;
using Sigap.Host.Reminders;
using Sigap.Host.Storage;
using Sigap.Kernel;
using Sigap.Pickup;
using Sigap.Reminders;
using Sigap.Tests.Support;

namespace Sigap.Tests.Hosting;

/// <summary>A reminder in the table of the whole running program reaches the Graph API: once, and in the form the window allows.</summary>
[Collection(HostingCollection.Name)]
public sealed class RemindersOnTheWireSpec : IAsyncLifetime
{
    private const string Phone = "6281100000001";
    private static readonly BusinessNumberId Business = new("109000000000001");
    private readonly DataFolder _folder = new();
    private GraphStandIn _graph = null!;

    private JournalOnDisk Journal => new(_folder.Database);

    public async Task InitializeAsync() => _graph = await GraphStandIn.Start();

    public async Task DisposeAsync()
    {
        await _graph.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_reminder_is_a_bubble_within_the_window_and_a_template_after_it_and_survives_a_restart()
    {
        await using (var sigap = await SigapInProcess.Start(_folder.Settings(_graph.Url)))
        {
            await Say(sigap, "halo");
            await Remind(sigap, "K7M4QX", TimeSpan.Zero);
            await Eventually.Becomes(() => _graph.Taken == 2, () => "the first reminder is sent");
            await Remind(sigap, "P3XWQ2", TimeSpan.FromHours(26));
        }

        await using var again = await SigapInProcess.Start(_folder.Settings(_graph.Url), DateTimeOffset.UtcNow + TimeSpan.FromHours(26));
        await Eventually.Becomes(() => _graph.Taken == 3, () => "the second reminder is sent");
        await Eventually.Becomes(() => Journal.Query<long>("SELECT COUNT(*) FROM reminder") == 0, () => "nothing is left to remind of");

        _graph.Sends.Select(send => send.Type).ShouldBe(["interactive", "interactive", "template"]);
        _graph.Sends[2].Body.GetProperty("template").GetProperty("name").GetString().ShouldBe("sigap_booking_today");
        _graph.Sends.Select(send => send.Reply).ShouldBeUnique();
        again.Log.All.ShouldNotContain(Phone);
    }

    private static async Task Remind(SigapInProcess sigap, string code, TimeSpan after)
    {
        var conversation = sigap.Services.GetRequiredService<ConversationNames>().For(Business, Applicant.From(Phone, null)!);
        var due = sigap.Clock.GetUtcNow() + after;
        var booking = new BookingAt(PickupDayId.Parse("jakarta-pusat.2026-11-27")!.Value, new BookingCode(code));
        var reminder = new Reminder(
            $"{ReminderPlan.SubjectOf(booking)}/same-day",
            conversation,
            due,
            due.AddHours(2),
            new Notice.BookingNear(booking, new TimeOnly(10, 0), SameDay: true));
        await sigap.Services.GetRequiredService<SigapDatabase>().Write(
            (connection, transaction) => ReminderRows.Set(connection, transaction, [reminder]), default);
    }

    private async Task Say(SigapInProcess sigap, string text)
    {
        var body = SignedWebhook.Text(Business.Value, Phone, "wamid.say.1", text, sigap.Clock.GetUtcNow());
        (await sigap.Webhook.Post(body)).ShouldBe(HttpStatusCode.OK);
        await Eventually.Becomes(() => _graph.Taken == 1, () => "the greeting is answered");
    }
}
