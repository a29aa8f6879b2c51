using System.Threading.Channels;

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
    public async Task<BoardShot?> Next(TimeSpan patience, TimeProvider time, CancellationToken cancel)
    {
        if (_shots.Reader.TryRead(out var ready))
        {
            return ready;
        }

        using var timeout = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancel);
        try
        {
            return await _shots.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return null;
        }
    }

    public void Dispose() => leave(this);
}
