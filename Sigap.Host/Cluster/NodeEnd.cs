using Akka.Actor;

namespace Sigap.Host.Cluster;

/// <summary>Why a node ended that nobody told to stop, in words for who looks after it.</summary>
internal static class NodeEnd
{
    /// <returns>Null after an ordinary stop. Otherwise the process ends with an error, so that its supervisor starts it again.</returns>
    public static string? Explain(ActorSystem system) => CoordinatedShutdown.Get(system).ShutdownReason switch
    {
        CoordinatedShutdown.ClusterDowningReason =>
            "This node was taken out of the cluster, because it and the others did not see each other (Cluster:SplitBrain says who goes on); it ends, to be started again.",
        CoordinatedShutdown.ClusterJoinUnsuccessfulReason =>
            "No seed node took this node into the cluster; it ends, to be started again. Check that Cluster:SeedNodes is the same list everywhere, that its first node is running, and that Cluster:Tls is set on all nodes or on none.",
        CoordinatedShutdown.ClusterLeavingReason => "This node was told by another one to leave the cluster; it ends, to be started again.",
        null or CoordinatedShutdown.ClrExitReason or CoordinatedShutdown.ActorSystemTerminateReason or CoordinatedShutdown.UnknownReason => null,
        var other => $"The actors of this node ended by themselves ({other.GetType().Name}); it ends, to be started again.",
    };
}
