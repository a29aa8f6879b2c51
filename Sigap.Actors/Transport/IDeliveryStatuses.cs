using System.Collections.Immutable;
using Sigap.Kernel;

namespace Sigap.Transport;

/// <summary>Tells what status webhooks have said so far about the sends of one reply, whichever node took them.</summary>
public interface IDeliveryStatuses
{
    Task<ImmutableArray<AttemptStatus>> Of(ConversationId conversation, long reply, CancellationToken cancel);
}

/// <summary>The highest stage told of one send.</summary>
/// <param name="Attempt">Counted from 0.</param>
/// <param name="Message">The fingerprint of the id WhatsApp gave it.</param>
public sealed record AttemptStatus(int Attempt, ulong Message, DeliveryStage Stage, int? ErrorCode);
