using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using Sigap.Bench.Programs;

namespace Sigap.Bench.Drill.Stage;

/// <summary>Real nodes of Sigap on one real database, and everything that was made on this machine for them; gone with it.</summary>
internal sealed class DrillStage : IWebhookNodes, IAsyncDisposable
{
    private readonly Undoing _undoing;
    private readonly string _logs;
    private readonly TimeProvider _clock;
    private NodeSettings _settings;
    private ImmutableList<StageNode> _nodes = [];
    private int _joined;

    private DrillStage(
        Undoing undoing, StageNetwork network, StageDatabase database, ImmutableList<NodePlace> seeds, string logs, TimeProvider clock)
    {
        (_undoing, Network, Database, _logs, _clock) = (undoing, network, database, logs, clock);
        _settings = new NodeSettings("", MasterKey, database.ConnectionString, seeds, ImmutableDictionary<string, string>.Empty);
    }

    public StageNetwork Network { get; }

    public StageDatabase Database { get; }

    /// <summary>From which Sigap derives the names of conversations.</summary>
    public string MasterKey { get; } = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    public IReadOnlyList<StageNode> Nodes => _nodes;

    /// <summary>Those the cluster is told to have.</summary>
    public IReadOnlyList<StageNode> Seeds => _nodes.GetRange(0, _settings.Seeds.Count);

    /// <summary>Those that joined besides.</summary>
    public IReadOnlyList<StageNode> Extra => _nodes.RemoveRange(0, _settings.Seeds.Count);

    public IReadOnlyList<WebhookNode> All => [.. _nodes.Select(node => node.Place.Webhook)];

    /// <summary>Those that run, the one that has been there longest first.</summary>
    public IReadOnlyList<StageNode> ByAge => [.. _nodes.Where(node => node.IsRunning).OrderBy(node => node.Since)];

    /// <summary>Makes the network and starts the database; nodes come when <see cref="Open"/> says what they need to know.</summary>
    /// <param name="seeds">How many nodes the cluster has when all is well.</param>
    /// <param name="parent">The disk the database is on.</param>
    /// <param name="logs">The folder of the nodes' logs.</param>
    /// <param name="asRoot">Each node with a network of its own, and the database with a disk of its own.</param>
    /// <exception cref="BenchProblem">Something that is needed is not installed.</exception>
    public static async Task<DrillStage> Set(int seeds, string parent, string logs, bool asRoot, TimeProvider clock)
    {
        Directory.CreateDirectory(parent);
        Directory.CreateDirectory(logs);
        var undoing = Undoing.Start();
        try
        {
            StageNetwork network = asRoot ? await NamespaceNetwork.Make(undoing) : new LoopbackNetwork();
            var places = ImmutableList<NodePlace>.Empty;
            for (var seed = 0; seed < seeds; seed++)
            {
                places = places.Add(await network.Add(Name(seed)));
            }

            var disk = asRoot ? await SmallDisk.Make(parent, undoing) : null;
            var database = await StageDatabase.Start(parent, network.Bench, disk, undoing);
            return new DrillStage(undoing, network, database, places, logs, clock);
        }
        catch
        {
            await undoing.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts all nodes at the same moment, as after a power cut, and waits until they take messages.</summary>
    /// <param name="host">Another build of Sigap; null for this one.</param>
    /// <param name="more">Settings of this drill, as environment variables.</param>
    public async Task Open(string graphUrl, string? host, IReadOnlyDictionary<string, string> more, CancellationToken cancel)
    {
        _settings = _settings with { GraphUrl = graphUrl, More = more };
        _nodes = [.. _settings.Seeds.Select(Node)];
        foreach (var node in _nodes)
        {
            node.Host = host ?? node.Host;
            node.Launch();
        }

        await Ready(cancel);
    }

    /// <summary>One node more than the cluster is told to have, on a place of its own.</summary>
    public async Task<StageNode> Join(CancellationToken cancel)
    {
        // Two may join at the same moment.
        var node = Node(await Network.Add(Name(_settings.Seeds.Count + Interlocked.Increment(ref _joined) - 1)));
        ImmutableInterlocked.Update(ref _nodes, nodes => nodes.Add(node));
        await node.Start(cancel);
        return node;
    }

    /// <summary>Waits until every node that is wanted takes messages again.</summary>
    public Task Ready(CancellationToken cancel) =>
        Task.WhenAll(_nodes.Where(node => node.IsWanted).Select(node => node.BecomesReady(cancel)));

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_nodes.Select(node => node.DisposeAsync().AsTask()));
        await Database.DisposeAsync();
        await _undoing.DisposeAsync();
    }

    private StageNode Node(NodePlace place) => new(place, _settings, new NodeLog(_logs, place.Name), _logs, _undoing, _clock);

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"n{number + 1}");
}
