using System.Text.Json.Nodes;
using System.Threading.Channels;
using Sigap.Host.Pages;

namespace Sigap.Host.Simulator;

/// <summary>A page that listens to some phones. A slow one loses signals to show and forget, never a message: those it reads by version.</summary>
internal sealed class Listener(IReadOnlyCollection<string> numbers, Action<Listener> leave) : IDisposable
{
    private readonly Channel<Signal> _signals = Channel.CreateBounded<Signal>(
        new BoundedChannelOptions(256) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    public void Hear(string number, Signal signal)
    {
        if (numbers.Contains(number))
        {
            _signals.Writer.TryWrite(signal);
        }
    }

    /// <summary>The next signal, or null when nothing came within the time.</summary>
    public Task<Signal?> Next(TimeSpan patience, TimeProvider time, CancellationToken cancel) =>
        _signals.Reader.ReadWithin(patience, time, cancel);

    public void Dispose() => leave(this);
}

/// <summary>What a listener is woken for.</summary>
/// <param name="Event">The name of the server-sent event; null when only messages changed.</param>
internal sealed record Signal(string? Event, JsonObject? Data)
{
    public static Signal Changed { get; } = new(null, null);

    /// <summary>Nothing happened: lets both sides notice a dead connection.</summary>
    public static Signal Beat { get; } = new("beat", []);

    /// <summary>"Typing…" in the chat with a business, until its next message or 25 seconds.</summary>
    public static Signal Typing(string phone, string business) =>
        new("typing", new JsonObject { ["phone"] = phone, ["business"] = business });

    /// <summary>A line for the developer: what went over the wire and what came of it.</summary>
    public static Signal Wire(string phone, string what, int status, double milliseconds) =>
        new("wire", new JsonObject { ["phone"] = phone, ["what"] = what, ["status"] = status, ["ms"] = Math.Round(milliseconds) });
}
