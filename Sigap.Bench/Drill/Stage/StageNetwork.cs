using System.Net;
using System.Net.Sockets;

namespace Sigap.Bench.Drill.Stage;

/// <summary>Where the nodes of a drill, its database and its crowd reach each other.</summary>
internal abstract class StageNetwork
{
    /// <summary>Where the bench itself is: its database, its Graph API and its crowd.</summary>
    public abstract IPAddress Bench { get; }

    /// <summary>Null where no cable can be cut.</summary>
    public virtual NetworkCuts? Cuts => null;

    /// <summary>Makes a place for one more node.</summary>
    public abstract Task<NodePlace> Add(string name);

}

/// <summary>Nodes on addresses of the loopback interface: everything reaches everything, always.</summary>
internal sealed class LoopbackNetwork : StageNetwork
{
    private const int FirstNode = 11;
    private int _nodes;

    public override IPAddress Bench => IPAddress.Loopback;

    public override Task<NodePlace> Add(string name)
    {
        var address = new IPAddress([127, 0, 0, (byte)(FirstNode + _nodes++)]);
        return Task.FromResult(new NodePlace(name, address, FreePort(address), FreePort(address), []));
    }

    private static int FreePort(IPAddress address)
    {
        using var listener = new TcpListener(address, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
