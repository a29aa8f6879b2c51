using System.Collections.Concurrent;
using Sigap.Content;
using Sigap.Kernel;

namespace Sigap.Host.Board;

/// <summary>One feed for each office whose board somebody has opened.</summary>
internal sealed class BoardFeeds(BoardCamera camera, BoardOptions options, TimeProvider time, ILogger<BoardFeed> log)
{
    private readonly ConcurrentDictionary<OfficeId, BoardFeed> _feeds = new();

    public BoardFeed Of(Office office) => _feeds.GetOrAdd(office.Id, _ => new BoardFeed(office, camera, options, time, log));
}
