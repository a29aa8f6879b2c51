using System.Collections.Concurrent;
using Sigap.Conversations;
using Sigap.Host.Deliveries;
using Sigap.Transport;

namespace Sigap.Tests.Deliveries;

/// <summary>Takes what it is told, and is away when a test says so.</summary>
internal sealed class StandInConversations : IFailureTelling
{
    public ConcurrentQueue<TellFailed> Told { get; } = new();

    public ConcurrentQueue<SendFailed> News { get; } = new();

    public bool IsAway { get; set; }

    public Task<bool> Tell(TellFailed failed, CancellationToken cancel)
    {
        Told.Enqueue(failed);
        return Task.FromResult(!IsAway);
    }

    public void Tell(SendFailed failed) => News.Enqueue(failed);
}
