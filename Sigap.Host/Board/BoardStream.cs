using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;

namespace Sigap.Host.Board;

/// <summary>
/// What an open board hears as server-sent events: the whole scene whenever it changes, and a beat in between that says the line
/// is alive.
/// </summary>
internal sealed class BoardStream(IHostApplicationLifetime lifetime, TimeProvider time)
{
    private static readonly TimeSpan BeatEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ComeBackAfter = TimeSpan.FromSeconds(1);

    /// <param name="lastEventId">The scene the board shows already.</param>
    public async IAsyncEnumerable<SseItem<string>> Listen(
        BoardWatcher watcher, string? lastEventId, [EnumeratorCancellation] CancellationToken cancel)
    {
        // An open stream must not hold up the end of the program.
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel, lifetime.ApplicationStopping);
        var (shown, live) = (lastEventId, false);

        while (await Next(watcher, end.Token) is { } heard)
        {
            if (heard.Shot is { } shot)
            {
                live = shot.IsLive;
                if (shot.Id != shown)
                {
                    shown = shot.Id;
                    yield return new SseItem<string>(shot.Html, "scene") { EventId = shot.Id, ReconnectionInterval = ComeBackAfter };
                }
            }

            yield return new SseItem<string>(Beat(live), "beat");
        }
    }

    /// <summary>The time corrects the clock of a television; the build makes it load a new page after an update.</summary>
    private string Beat(bool live) =>
        JsonSerializer.Serialize(new { now = time.GetUtcNow().ToUnixTimeMilliseconds(), live, build = BoardPage.Build });

    private async Task<Heard?> Next(BoardWatcher watcher, CancellationToken cancel)
    {
        try
        {
            return new Heard(await watcher.Next(BeatEvery, time, cancel));
        }
        catch (Exception over) when (over is OperationCanceledException or ChannelClosedException)
        {
            return null;
        }
    }

    private sealed record Heard(BoardShot? Shot);
}
