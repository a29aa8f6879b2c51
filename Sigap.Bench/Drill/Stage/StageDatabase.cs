using System.Globalization;
using System.Net;
using Sigap.Bench.Databases;
using Sigap.Bench.Programs;

namespace Sigap.Bench.Drill.Stage;

/// <summary>The one PostgreSQL of a drill, with full sync, and everything that can befall it.</summary>
internal sealed class StageDatabase : IAsyncDisposable
{
    private const string Paused = "paused-database";

    private readonly PostgresServer _server;
    private readonly string _name;
    private readonly SmallDisk? _disk;
    private readonly Undoing _undoing;

    private StageDatabase(PostgresServer server, string name, SmallDisk? disk, Undoing undoing) =>
        (_server, _name, _disk, _undoing) = (server, name, disk, undoing);

    public string ConnectionString => _server.ConnectionString(_name);

    /// <summary>Null where its disk is also everybody's: that one is not filled.</summary>
    public SmallDisk? Disk => _disk;

    /// <param name="parent">The folder of its data when it has no disk of its own.</param>
    /// <exception cref="BenchProblem">PostgreSQL is not installed, or did not start.</exception>
    public static async Task<StageDatabase> Start(string parent, IPAddress address, SmallDisk? disk, Undoing undoing)
    {
        try
        {
            var server = await PostgresServer.Start(disk?.Folder ?? parent, address);
            return new StageDatabase(server, await server.CreateDatabase(), disk, undoing);
        }
        catch (InvalidOperationException away)
        {
            throw new BenchProblem(away.Message);
        }
    }

    /// <summary>In the middle of everything, as a crash does.</summary>
    public Task Crash() => _server.Crash();

    public Task Stop() => _server.Stop();

    public Task Start() => _server.Start();

    /// <summary>Every connection breaks at once; the server goes on.</summary>
    public Task CutConnections() => _server.Execute(
        "postgres",
        string.Create(CultureInfo.InvariantCulture, $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{_name}'"));

    /// <summary>It hangs: connections stay open and nothing answers.</summary>
    public void Pause()
    {
        var processes = _server.Processes;
        _undoing.Remember(Paused, $"kill -CONT {string.Join(' ', processes)}");
        foreach (var process in processes)
        {
            Signal.Stop.Send(process);
        }
    }

    public void Resume()
    {
        foreach (var process in _server.Processes)
        {
            Signal.Continue.Send(process);
        }

        _undoing.Forget(Paused);
    }

    /// <summary>A server whose disk was full may have given up: it is started again, as a service manager would.</summary>
    public async Task Revive()
    {
        if (_server.Processes.Count == 0)
        {
            await _server.Stop();
            await _server.Start();
        }
    }

    public async ValueTask DisposeAsync()
    {
        Resume();
        await _server.DisposeAsync();
        if (_disk is not null)
        {
            await _disk.Remove();
        }
    }
}
