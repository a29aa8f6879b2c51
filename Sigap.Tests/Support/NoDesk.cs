using Sigap.Pickup;

namespace Sigap.Tests.Support;

/// <summary>For tests in which nobody books anything: a question to a pickup day is a mistake of the test.</summary>
internal sealed class NoDesk : IPickupDesk
{
    public Task<PickupAnswer> Ask(IWithPickupDay message, CancellationToken cancel) =>
        throw new InvalidOperationException($"Nobody answers {message.GetType().Name} here");
}
