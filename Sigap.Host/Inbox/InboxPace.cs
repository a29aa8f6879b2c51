using Sigap.Host.Cluster;

namespace Sigap.Host.Inbox;

/// <summary>
/// How the nodes keep what was acknowledged in order without asking each other: an item is acknowledged only when every node that
/// takes a message afterwards has looked into the inbox since.
/// </summary>
/// <param name="Fresh">A message goes straight to its conversation only if the inbox was looked at no longer ago. Null: no other node writes into it.</param>
/// <param name="Settles">So long a written item waits for its acknowledgement; more than <paramref name="Fresh"/>.</param>
/// <param name="Every">How often a node looks by itself, so that no message has to wait for a look.</param>
internal sealed record InboxPace(TimeSpan? Fresh, TimeSpan Settles, TimeSpan Every)
{
    public static readonly InboxPace Alone = new(null, TimeSpan.Zero, TimeSpan.Zero);

    public static readonly InboxPace InCluster =
        new(TimeSpan.FromMilliseconds(600), TimeSpan.FromMilliseconds(750), TimeSpan.FromMilliseconds(250));

    public static InboxPace For(NodeOptions node) => node.IsAlone ? Alone : InCluster;
}
