using System.Globalization;
using System.Net;
using Sigap.Bench.Programs;

namespace Sigap.Bench.Drill.Stage;

/// <summary>
/// A bridge with a network namespace on it for each node: each has its own address, as machines have, and cables that can
/// be cut. The bench, its database and its crowd sit at the bridge.
/// </summary>
internal sealed class NamespaceNetwork : StageNetwork
{
    private const int WebhookPort = 8080;
    private const int ClusterPort = 4053;
    private const int FirstNode = 11;

    private readonly string _suffix;
    private readonly byte[] _network;
    private readonly Undoing _undoing;
    private readonly NetworkCuts _cuts = new();
    private int _nodes;

    private NamespaceNetwork(string suffix, byte[] network, Undoing undoing) => (_suffix, _network, _undoing) = (suffix, network, undoing);

    /// <summary>Root, and Debian's packages iproute2 and nftables.</summary>
    public static bool IsPossible => Environment.IsPrivilegedProcess && Tool.IsInstalled("ip") && Tool.IsInstalled("nft");

    public override IPAddress Bench => At(1);

    public override NetworkCuts Cuts => _cuts;

    private string Bridge => $"sigap{_suffix}";

    public static async Task<NamespaceNetwork> Make(Undoing undoing)
    {
        // Of this process alone, so that two drills on one machine do not meet.
        var own = Environment.ProcessId;
        var suffix = (own % 0xffff).ToString("x4", CultureInfo.InvariantCulture);
        var network = new NamespaceNetwork(suffix, [10, (byte)(64 + (own >> 8) % 64), (byte)own], undoing);
        undoing.Remember(network.Bridge, $"ip link delete {network.Bridge}");
        await Tool.Run("ip", "link", "add", network.Bridge, "type", "bridge");
        await Tool.Run("ip", "address", "add", $"{network.Bench}/24", "dev", network.Bridge);
        await Tool.Run("ip", "link", "set", network.Bridge, "up");
        return network;
    }

    public override async Task<NodePlace> Add(string name)
    {
        var space = $"{Bridge}-{name}";
        var cable = $"sg{_suffix}{name}";
        var address = At(FirstNode + _nodes++);
        _undoing.Remember(space, $"ip netns delete {space}");
        await Tool.Run("ip", "netns", "add", space);
        await Tool.Run("ip", "link", "add", cable, "type", "veth", "peer", "name", "eth0", "netns", space);
        await Tool.Run("ip", "link", "set", cable, "master", Bridge, "up");
        await Tool.Run("ip", "-n", space, "address", "add", $"{address}/24", "dev", "eth0");
        await Tool.Run("ip", "-n", space, "link", "set", "eth0", "up");
        await Tool.Run("ip", "-n", space, "link", "set", "lo", "up");
        _cuts.Know(name, space, address);
        return new NodePlace(name, address, WebhookPort, ClusterPort, ["ip", "netns", "exec", space]);
    }

    private IPAddress At(int host) => new([.. _network, (byte)host]);
}
