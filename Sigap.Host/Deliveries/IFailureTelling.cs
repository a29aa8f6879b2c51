using Sigap.Conversations;
using Sigap.Transport;

namespace Sigap.Host.Deliveries;

/// <summary>The way of a failed send to its conversation and to the sender of its business number.</summary>
internal interface IFailureTelling
{
    /// <summary>False when the conversation did not say in time that it knows: told again, it acts once.</summary>
    Task<bool> Tell(TellFailed failed, CancellationToken cancel);

    /// <summary>Nobody waits for it.</summary>
    void Tell(SendFailed failed);
}
