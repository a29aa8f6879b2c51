using Sigap.Conversations;

namespace Sigap.Host.Reminders;

/// <summary>The way of a notice to its conversation.</summary>
internal interface INoticeDelivery
{
    /// <summary>False when nobody confirmed in time that it is durable: tell it again later, it is taken once.</summary>
    Task<bool> Tell(Notify notify, CancellationToken cancel);
}
