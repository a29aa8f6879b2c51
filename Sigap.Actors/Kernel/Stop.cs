using Akka.Actor;
using Akka.Event;

namespace Sigap.Kernel;

/// <summary>
/// Asks an entity to go: for hand-over and idleness. An ordinary message, so that it waits behind writes under way;
/// a PoisonPill would not.
/// </summary>
public sealed class Stop : IDeadLetterSuppression, INoSerializationVerificationNeeded
{
    public static readonly Stop Instance = new();

    private Stop()
    {
    }
}
