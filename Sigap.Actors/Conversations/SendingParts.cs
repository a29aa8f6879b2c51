using Sigap.Transport;

namespace Sigap.Conversations;

/// <summary>What a conversation needs to find out how a send ended of which it heard nothing.</summary>
public sealed record SendingParts(IDeliveryStatuses Statuses, ISendPolicy Policy);
