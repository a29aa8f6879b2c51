using Sigap.Conversations;

namespace Sigap.Host.Inbox;

/// <summary>The way of a message to its conversation.</summary>
internal interface IHearing
{
    /// <summary>
    /// False when the conversation did not say in time that the message is durable. It may be nevertheless: told again, it is
    /// taken once.
    /// </summary>
    Task<bool> Hear(Hear hear, TimeSpan patience, CancellationToken cancel);
}
