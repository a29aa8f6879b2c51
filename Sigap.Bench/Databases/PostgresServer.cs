using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Npgsql;

namespace Sigap.Bench.Databases;

/// <summary>
/// A PostgreSQL of this process alone: a new cluster in a temporary folder, on the loopback address unless told another one,
/// and on a socket in that folder.
/// Server and folder go when it is disposed, and also when this process ends in any other way.
/// </summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private const string Ready = "database system is ready to accept connections";
    private const string ToldToWait = "FATAL:  the database system is";
    private const string Administrator = "postgres";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // The shell outlives this process when that is killed: its standard input ends, and it clears away.
    private const string Guard = """
        folder=$1; shift
        "$@" & server=$!
        if read -r signal; then keep=1; else keep=0; signal=INT; fi
        kill -$signal $server 2>/dev/null
        wait $server
        [ $keep = 1 ] || rm -rf "$folder"
        """;

    private readonly string _folder;
    private readonly IPAddress _address;
    private readonly string[] _settings;
    private readonly string _password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));
    private readonly ConcurrentQueue<string> _log = new();
    private Process? _guard;
    private int _databases;

    private PostgresServer(string folder, IPAddress address, string[] settings) => (_folder, _address, _settings) = (folder, address, settings);

    public int Port { get; private set; }

    /// <summary>What the server wrote, for whoever wonders why it did not start.</summary>
    public string Log => string.Join(Environment.NewLine, _log);

    /// <param name="parent">Where the temporary folder is made: the disk that is used. The user postgres must get there when root starts it.</param>
    /// <param name="settings">Of the server, as <c>fsync=off</c>.</param>
    /// <exception cref="InvalidOperationException">PostgreSQL is not installed, or did not start: the message says why.</exception>
    public static Task<PostgresServer> Start(string parent, params string[] settings) => Start(parent, IPAddress.Loopback, settings);

    /// <param name="address">Where it listens, for everybody of the same network of 256 addresses.</param>
    /// <inheritdoc cref="Start(string, string[])"/>
    public static async Task<PostgresServer> Start(string parent, IPAddress address, params string[] settings)
    {
        var folder = Path.Combine(parent, $"sigap-pg-{Path.GetRandomFileName()}");
        Directory.CreateDirectory(folder);
        var server = new PostgresServer(folder, address, settings);
        try
        {
            await server.MakeCluster();
            server.Port = server.FreePort();
            await server.Start();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>The server and those that serve its connections; none when it does not run.</summary>
    public IReadOnlyList<int> Processes => ServerProcess() is { } server
        ? [server, .. File.ReadAllText($"/proc/{server}/task/{server}/children")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(child => int.Parse(child, CultureInfo.InvariantCulture))]
        : [];

    /// <summary>Starts it again after <see cref="Stop"/>, with the same data at the same place.</summary>
    public async Task Start()
    {
        string[] server =
        [
            Binary("postgres"), "-D", Data, "-p", $"{Port}", "-k", _folder, "-c", $"listen_addresses={_address}",
            "-c", "max_connections=400", .. _settings.SelectMany(setting => new[] { "-c", setting }),
        ];
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var guard = new Process { StartInfo = Unprivileged(["bash", "-c", Guard, "guard", _folder, .. server]) };
        guard.StartInfo.RedirectStandardInput = true;
        guard.ErrorDataReceived += (_, line) => Hear(line.Data, ready);
        guard.Start();
        guard.BeginErrorReadLine();
        guard.BeginOutputReadLine();
        _guard = guard;
        await ready.Task.WaitAsync(Patience);
    }

    /// <summary>Stops it as an operator does (fast): connections are cut, nothing written is lost, the data stays.</summary>
    public Task Stop() => End("INT");

    /// <summary>Stops it in the middle of everything, as a crash does: the next start recovers from its log.</summary>
    public Task Crash() => End("QUIT");

    /// <summary>Stands still, with every connection open, until it is thawed.</summary>
    public Task Freeze() => Signal("STOP");

    public Task Thaw() => Signal("CONT");

    public string ConnectionString(string database) => ConnectionString(database, Administrator, _password);

    public string ConnectionString(string database, string user, string password) => new NpgsqlConnectionStringBuilder
    {
        Host = $"{_address}",
        Port = Port,
        Database = database,
        Username = user,
        Password = password,
    }.ConnectionString;

    /// <returns>The name of a database nobody else uses.</returns>
    public async Task<string> CreateDatabase()
    {
        var name = $"sigap_{Interlocked.Increment(ref _databases)}";
        await Execute("postgres", $"CREATE DATABASE {name} ENCODING 'UTF8' TEMPLATE template0");
        return name;
    }

    public Task DropDatabase(string name) => Execute("postgres", $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");

    /// <summary>As the server's administrator.</summary>
    public async Task Execute(string database, string statement)
    {
        await using var connection = new NpgsqlConnection(ConnectionString(database) + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_guard is { } guard)
        {
            guard.StandardInput.Close();
            await guard.WaitForExitAsync().WaitAsync(Patience);
            guard.Dispose();
            _guard = null;
        }

        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private async Task End(string signal)
    {
        if (_guard is { HasExited: false } guard)
        {
            await guard.StandardInput.WriteLineAsync(signal);
            guard.StandardInput.Close();
            await guard.WaitForExitAsync().WaitAsync(Patience);
        }

        _guard?.Dispose();
        _guard = null;
    }

    /// <summary>To the server's first process and all its children.</summary>
    private async Task Signal(string signal)
    {
        var first = (await File.ReadAllLinesAsync(Path.Combine(Data, "postmaster.pid")))[0].Trim();
        await Run(new ProcessStartInfo("pkill", [$"-{signal}", "-P", first]));
        await Run(new ProcessStartInfo("kill", [$"-{signal}", first]));
    }

    private string Data => Path.Combine(_folder, "data");

    /// <summary>The first line of the file every running server keeps; a dead one may have left it behind.</summary>
    private int? ServerProcess()
    {
        var file = new FileInfo(Path.Combine(Data, "postmaster.pid"));
        return file.Exists
            && int.TryParse(File.ReadLines(file.FullName).FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var server)
            && Directory.Exists($"/proc/{server}")
            ? server
            : null;
    }

    private async Task MakeCluster()
    {
        var password = Path.Combine(_folder, "password");
        await File.WriteAllTextAsync(password, _password);
        if (Environment.IsPrivilegedProcess)
        {
            await Run(new ProcessStartInfo("chown", ["-R", Administrator, _folder]));
        }

        await Run(Unprivileged(
        [
            Binary("initdb"), "-D", Data, "-U", Administrator, $"--pwfile={password}", "--auth-local=trust", "--auth-host=scram-sha-256",
            "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync", "--no-instructions",
        ]));
        await File.AppendAllTextAsync(Path.Combine(Data, "pg_hba.conf"), $"host all all {_address}/24 scram-sha-256\n");
    }

    /// <summary>PostgreSQL refuses to run as root.</summary>
    private ProcessStartInfo Unprivileged(string[] command)
    {
        string[] all = Environment.IsPrivilegedProcess ? ["runuser", "-u", Administrator, "--", .. command] : command;
        return new ProcessStartInfo(all[0], all[1..])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
    }

    private static async Task Run(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(Patience);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{start.FileName} failed:\n{await output}{await errors}");
        }
    }

    private void Hear(string? line, TaskCompletionSource ready)
    {
        if (line is null)
        {
            return;
        }

        _log.Enqueue(line);
        if (line.EndsWith(Ready, StringComparison.Ordinal))
        {
            ready.TrySetResult();
        }
        else if (line.Contains("FATAL:", StringComparison.Ordinal) && !line.Contains(ToldToWait, StringComparison.Ordinal))
        {
            ready.TrySetException(new InvalidOperationException($"PostgreSQL did not start:\n{Log}"));
        }
    }

    /// <summary>Debian keeps the server's programs off the path, one folder for each version; the newest counts.</summary>
    private static string Binary(string name) => Installed(name) ?? throw new InvalidOperationException(
        "PostgreSQL is not installed: there is no /usr/lib/postgresql/*/bin. Install it with: apt-get install postgresql");

    private static string? Installed(string name)
    {
        var root = new DirectoryInfo("/usr/lib/postgresql");
        return root.Exists
            ? root.EnumerateDirectories()
                .OrderByDescending(version => int.TryParse(version.Name, out var major) ? major : 0)
                .Select(version => Path.Combine(version.FullName, "bin", name))
                .FirstOrDefault(File.Exists)
            : null;
    }

    private int FreePort()
    {
        using var listener = new TcpListener(_address, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
