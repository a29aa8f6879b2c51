using Sigap.Conversations;
using Sigap.Host.Inbox;

namespace Sigap.Tests.Inbox;

/// <summary>One node's way to the conversations: what goes over it can be lost, or the answer on the way back.</summary>
internal sealed class LossyPath(IHearing conversations) : IHearing
{
    public enum Loss
    {
        None,
        Messages,
        Answers,
    }

    public Loss Loses { get; set; }

    public async Task<bool> Hear(Hear hear, TimeSpan patience, CancellationToken cancel) =>
        Loses != Loss.Messages && await conversations.Hear(hear, patience, cancel) && Loses != Loss.Answers;
}
