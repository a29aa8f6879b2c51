using System.Collections.Immutable;
using Sigap.Content;
using Sigap.Pickup;

namespace Sigap.Host.Board;

/// <summary>What the boards of one office hear. It looks at the hall while somebody watches, and costs nothing otherwise.</summary>
internal sealed partial class BoardFeed(Office office, BoardCamera camera, BoardOptions options, TimeProvider time, ILogger log)
{
    private readonly Lock _gate = new();
    private ImmutableArray<BoardWatcher> _watchers = [];
    private Action? _rest;
    private BoardShot? _last;

    /// <returns>Null when there are as many watchers as there may be.</returns>
    public BoardWatcher? Watch()
    {
        var watcher = new BoardWatcher(Leave);
        lock (_gate)
        {
            if (_watchers.Length >= options.WatchersPerOffice)
            {
                return null;
            }

            _watchers = _watchers.Add(watcher);
            if (_rest is null)
            {
                var looking = new CancellationTokenSource();
                _rest = looking.Cancel;
                _ = Task.Run(() => Look(looking), CancellationToken.None);
            }
            else if (_last is { } last)
            {
                watcher.Give(last);
            }
        }

        return watcher;
    }

    /// <summary>What the boards show now: the last they were given, or a look of its own when nobody watches.</summary>
    public async Task<BoardShot> Now(CancellationToken cancel)
    {
        lock (_gate)
        {
            if (_last is { } last)
            {
                return last;
            }
        }

        return (await camera.Shoot(office, last: null, cancel)).Shot;
    }

    private async Task Look(CancellationTokenSource looking)
    {
        using var looked = looking;
        var cancel = looking.Token;
        using var tick = new PeriodicTimer(options.AskEvery, time);
        HallView? hall = null;
        try
        {
            do
            {
                (var shot, hall) = await camera.Shoot(office, hall, cancel);
                Show(shot, cancel);
            }
            while (await tick.WaitForNextTickAsync(cancel));
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The last watcher has left.
        }
        catch (Exception bug)
        {
            Broken(bug, office.Id.Value);
            Drop(cancel);
        }
    }

    private void Show(BoardShot shot, CancellationToken cancel)
    {
        lock (_gate)
        {
            if (cancel.IsCancellationRequested || shot == _last)
            {
                return;
            }

            _last = shot;
            _watchers = _watchers.RemoveAll(watcher => !watcher.Give(shot));
            RestWhenAlone();
        }
    }

    private void Leave(BoardWatcher watcher)
    {
        lock (_gate)
        {
            _watchers = _watchers.Remove(watcher);
            RestWhenAlone();
        }
    }

    /// <summary>The boards come back by themselves, and looking begins anew.</summary>
    private void Drop(CancellationToken cancel)
    {
        lock (_gate)
        {
            if (!cancel.IsCancellationRequested)
            {
                foreach (var watcher in _watchers)
                {
                    watcher.Close();
                }

                _watchers = [];
                RestWhenAlone();
            }
        }
    }

    private void RestWhenAlone()
    {
        if (_watchers.IsEmpty && _rest is { } rest)
        {
            (_rest, _last) = (null, null);
            rest();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The board of {Office} broke")]
    private partial void Broken(Exception bug, string office);
}
