using Akka.Actor;
using Microsoft.Extensions.DependencyInjection;
using Sigap.Kernel;
using Sigap.Pickup;
using Sigap.Tests.Storage;
using Sigap.Tests.Support;

namespace Sigap.Tests.Cluster;

/// <summary>
/// Two nodes on one PostgreSQL inside the test's process, with certificates of one authority; the second is near the office of
/// Denpasar. Others may knock.
/// </summary>
public sealed class NodesInProcess : IAsyncLifetime
{
    private readonly DataFolder _folder = new();
    private readonly TempPostgres _database = new();
    private readonly int[] _ports = FreePorts.Take(2);
    private readonly List<SigapInProcess> _nodes = [];
    private GraphStandIn _graph = null!;
    private TestAuthority _authority = null!;

    /// <summary>One of each shard. They begin their lives on the first node, when there is no other.</summary>
    internal static IReadOnlyList<PickupDayId> DaysOfDenpasar { get; } =
        [.. Enumerable.Range(0, 4).Select(day => new PickupDayId(new OfficeId("denpasar"), new DateOnly(2027, 3, 1).AddDays(day)))];

    internal SigapInProcess First => _nodes[0];

    internal SigapInProcess Second => _nodes[1];

    internal int FirstPort => _ports[0];

    internal string Folder => _folder.Path;

    public async Task InitializeAsync()
    {
        _graph = await GraphStandIn.Start();
        _authority = new TestAuthority(_folder.Path, "authority");
        await Add();
        foreach (var day in DaysOfDenpasar)
        {
            await First.Services.GetRequiredService<IPickupDesk>().Ask(new GetFree(day, 1, Priority: false), CancellationToken.None);
        }

        await Add("--Cluster:Roles:0=office-denpasar");
    }

    /// <summary>A node that was given the address of the first; whether it gets in is the question.</summary>
    internal Task<SigapInProcess> Knock(bool withTls, params string[] settings) => SigapInProcess.Start(_folder.Settings(
        _graph.Url,
        _database.Options,
        [
            $"--Cluster:Port={FreePorts.Take(1)[0]}",
            $"--Cluster:SeedNodes:0=akka{(withTls ? ".ssl" : "")}.tcp://sigap@127.0.0.1:{FirstPort}",
            "--Cluster:LeaveDelay=00:00:00",
            .. settings,
        ]));

    internal static int MembersOf(SigapInProcess node) =>
        Akka.Cluster.Cluster.Get(node.Services.GetRequiredService<ActorSystem>()).State.Members.Count;

    internal static async Task<bool> IsReady(SigapInProcess node)
    {
        using var answer = await node.Webhook.Http.GetAsync(new Uri("/health/ready", UriKind.Relative));
        return answer.IsSuccessStatusCode;
    }

    public async Task DisposeAsync()
    {
        foreach (var node in _nodes.AsEnumerable().Reverse())
        {
            await node.DisposeAsync();
        }

        _authority.Dispose();
        await _graph.DisposeAsync();
        _database.Dispose();
        _folder.Dispose();
    }

    private async Task Add(params string[] more)
    {
        var node = await SigapInProcess.Start(_folder.Settings(
            _graph.Url,
            _database.Options,
            [
                $"--Cluster:Port={_ports[_nodes.Count]}",
                $"--Cluster:SeedNodes:0=akka.ssl.tcp://sigap@127.0.0.1:{FirstPort}",
                "--Cluster:LeaveDelay=00:00:00",
                .. _authority.Settings(),
                .. more,
            ]));
        _nodes.Add(node);
        await Eventually.Becomes(() => IsReady(node), () => $"the node is in the cluster. {node.Log.All}");
    }
}
