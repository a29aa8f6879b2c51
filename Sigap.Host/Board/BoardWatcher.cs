using System.Threading.Channels;
using Sigap.Host.Pages;

namespace Sigap.Host.Board;

/// <summary>One open board. Dropped when it does not take what it is given: its page comes back and sees the present.</summary>
internal sealed class BoardWatcher(Action<BoardWatcher> leave) : IDisposable
{
    private const int Untaken = 16;

    private readonly Channel<BoardShot> _shots =
        Channel.CreateBounded<BoardShot>(new BoundedChannelOptions(Untaken) { SingleReader = true, SingleWriter = false });

    /// <returns>False when it has taken too little.</returns>
    public bool Give(BoardShot shot)
    {
        var taken = _shots.Writer.TryWrite(shot);
        if (!taken)
        {
            Close();
        }

        return taken;
    }

    /// <summary>What was given can still be taken, nothing more comes.</summary>
    public void Close() => _shots.Writer.TryComplete();

    /// <returns>Null when nothing came in time.</returns>
    /// <exception cref="ChannelClosedException">It was dropped.</exception>
    public Task<BoardShot?> Next(TimeSpan patience, TimeProvider time, CancellationToken cancel) =>
        _shots.Reader.ReadWithin(patience, time, cancel);

    public void Dispose() => leave(this);
}
