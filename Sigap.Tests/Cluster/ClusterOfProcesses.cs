using Sigap.Tests.Hosting;
using Sigap.Tests.Storage;
using Sigap.Tests.Support;

namespace Sigap.Tests.Cluster;

/// <summary>Several Sigap processes on one PostgreSQL, each with a place of its own that it keeps when it is started again.</summary>
internal sealed class ClusterOfProcesses : IAsyncDisposable
{
    private readonly DataFolder _folder = new();
    private readonly TempPostgres _database = new();
    private readonly int[] _ports;
    private readonly SigapProcess?[] _nodes;
    private readonly string[] _more;

    private ClusterOfProcesses(int size, string[] more, GraphStandIn graph)
    {
        (_more, Graph) = (more, graph);
        _ports = FreePorts.Take(size);
        _nodes = new SigapProcess?[size];
        Balancer = new Balancer(size);
    }

    public GraphStandIn Graph { get; }

    public Balancer Balancer { get; }

    public JournalOnDisk Journal => JournalOnDisk.Of(_database);

    public IEnumerable<SigapProcess> Nodes => _nodes.OfType<SigapProcess>();

    /// <summary>Everything the nodes that run wrote.</summary>
    public string Written => string.Join('\n', Nodes.Select(node => node.Written));

    public SigapProcess this[int place] => _nodes[place] ?? throw new InvalidOperationException($"No node runs at place {place}");

    /// <summary>The seed nodes last: however they come, they find each other.</summary>
    public static async Task<ClusterOfProcesses> Start(int size, params string[] more)
    {
        var cluster = new ClusterOfProcesses(size, more, await GraphStandIn.Start());
        await Task.WhenAll(Enumerable.Range(0, size).Reverse().Select(cluster.Start));
        return cluster;
    }

    /// <summary>Starts the node of a place, with the settings it had there before.</summary>
    public async Task Start(int place)
    {
        _nodes[place] = await SigapProcess.Start(_folder, Settings(place));
        Balancer.Put(place, _nodes[place]!);
    }

    public async Task Kill(int place)
    {
        await this[place].Kill();
        Clear(place);
    }

    /// <returns>The exit code.</returns>
    public async Task<int> Stop(int place)
    {
        var code = await this[place].Signal("TERM");
        Clear(place);
        return code;
    }

    public async ValueTask DisposeAsync()
    {
        await Balancer.DisposeAsync();
        foreach (var node in Nodes)
        {
            node.Dispose();
        }

        await Graph.DisposeAsync();
        _database.Dispose();
        _folder.Dispose();
    }

    private void Clear(int place)
    {
        Balancer.Remove(place);
        this[place].Dispose();
        _nodes[place] = null;
    }

    private string[] Settings(int place) => _folder.Settings(
        Graph.Url,
        _database.Options,
        [
            $"--Cluster:Port={_ports[place]}",
            .. _ports.Select((port, seed) => $"--Cluster:SeedNodes:{seed}=akka.tcp://sigap@127.0.0.1:{port}"),
            "--Transport:MessagesPerSecond=1000",
            .. _more,
        ]);
}
