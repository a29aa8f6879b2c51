using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using Sigap.Content;
using Sigap.Conversations;
using Sigap.Host.Applications;
using Sigap.Host.Startup;
using Sigap.Kernel;
using Sigap.Language;
using Sigap.Pickup;
using Sigap.Transport;

namespace Sigap.Host.Chat;

/// <summary>
/// A conversation in the terminal: the same engine, content and vocabulary, demo applications in memory, nothing kept.
/// </summary>
internal static class TerminalChat
{
    private const int KeyBytes = 32;
    private static readonly Applicant You = Applicant.From("6281200000001", null)!;

    public static Task<int> Run(string[] settings, TextReader input, TextWriter output, CancellationToken cancel) => Tools.GuardedAsync(async () =>
    {
        await using var provider = Tools.Services(settings);
        var content = provider.GetRequiredService<IContentSource>();
        var office = content.Current.Offices.Values.OrderBy(candidate => candidate.BusinessNumber.Value, StringComparer.Ordinal).First();
        var clock = TimeProvider.System;
        var told = new Queue<Notify>();
        var pickup = new PickupOffice(new CalendarPlans(content), clock.GetUtcNow(), told.Enqueue);
        var doors = new DoorCodes(RandomNumberGenerator.GetBytes(KeyBytes));
        var parts = new ConversationParts(
            content,
            provider.GetRequiredService<IUnderstanding>(),
            new DemoProofs(DemoApplications.For(content.Current.Offices.Values, clock.GetUtcNow())),
            new ConversationSettings(),
            clock,
            new RepliesUnderWay(),
            pickup,
            doors);
        var engine = new ConversationEngine(parts, new ConversationId($"{office.BusinessNumber}.terminal"));
        var door = doors.For(new PickupDayId(office.Id, office.LocalDate(clock.GetUtcNow())));

        await output.WriteLineAsync($"{office.Name.Indonesian}. Ketik pesan; baris kosong atau Ctrl-D mengakhiri. Kode di pintu hari ini: {door}.");
        var messages = 0;
        while (!cancel.IsCancellationRequested)
        {
            await output.WriteAsync("> ");
            await output.FlushAsync(cancel);
            if (await input.ReadLineAsync(cancel) is not { Length: > 0 } line)
            {
                return 0;
            }

            var now = clock.GetUtcNow();
            await pickup.AdvanceTo(now, cancel);
            await Tell(engine, told, output);
            var id = new MessageId(string.Create(CultureInfo.InvariantCulture, $"wamid.terminal.{++messages}"));
            var heard = await engine.Hear(new InboundMessage(id, office.BusinessNumber, You, now, now, new InboundContent.Text(line)));
            foreach (var bubble in heard.Bubbles)
            {
                await Print(bubble, output);
            }

            await Tell(engine, told, output);
        }

        return 0;
    });

    /// <summary>What the pickup days had to say meanwhile.</summary>
    private static async Task Tell(ConversationEngine engine, Queue<Notify> told, TextWriter output)
    {
        while (told.TryDequeue(out var notify))
        {
            foreach (var bubble in engine.Notify(notify).Bubbles)
            {
                await Print(bubble, output);
            }
        }
    }

    private static async Task Print(OutboundBody bubble, TextWriter output)
    {
        await output.WriteLineAsync();
        await output.WriteLineAsync(bubble.Text);
        foreach (var (place, option) in OptionsOf(bubble).Index())
        {
            var description = option.Description is null ? "" : $" - {option.Description}";
            await output.WriteLineAsync($"  {place + 1}. {option.Title}{description}");
        }

        await output.WriteLineAsync();
    }

    private static ImmutableArray<OutboundOption> OptionsOf(OutboundBody bubble) => bubble switch
    {
        OutboundBody.Buttons buttons => buttons.Options,
        OutboundBody.List list => list.Options,
        OutboundBody.Template template => template.Options,
        _ => [],
    };
}
