using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace Sigap.Host.Simulator;

/// <summary>
/// What a page hears: every change of the chats it shows, as server-sent events that go on where the last connection ended.
/// One stream carries several phones, because a browser opens only six connections to a host.
/// </summary>
internal sealed class EventStream(PhoneBook book, Network network, IHostApplicationLifetime lifetime, TimeProvider time)
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    public async IAsyncEnumerable<SseItem<string>> Listen(
        IReadOnlyCollection<string> phones, string? lastEventId, [EnumeratorCancellation] CancellationToken cancel)
    {
        // An open stream must not hold up the end of the program.
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel, lifetime.ApplicationStopping);
        using var listener = book.Listen(phones);
        var version = Version(lastEventId);

        yield return new SseItem<string>(new JsonObject { ["run"] = book.Run }.ToJsonString(), "hello");

        while (!end.IsCancellationRequested)
        {
            foreach (var (phone, bubble) in book.Since(version, phones))
            {
                version = bubble.Version;
                yield return new SseItem<string>(bubble.ForPage(phone).ToJsonString(), "bubble") { EventId = $"{book.Run}-{version}" };

                if (!bubble.Mine && bubble.Ticks < Ticks.Delivered)
                {
                    network.Reached(phone, [bubble.Id], Ticks.Delivered);
                }
            }

            if (await Next(listener, end.Token) is not { } signal)
            {
                continue;
            }

            if (signal is { Event: { } name, Data: { } data })
            {
                yield return new SseItem<string>(data.ToJsonString(), name);
            }
        }
    }

    private async Task<Signal?> Next(Listener listener, CancellationToken cancel)
    {
        try
        {
            return await listener.Next(Heartbeat, time, cancel) ?? Signal.Beat;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>Ids of an earlier run of the program count for nothing: everything is sent.</summary>
    private long Version(string? lastEventId) =>
        lastEventId?.Split('-') is [var run, var number] && run == book.Run
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : 0;
}
