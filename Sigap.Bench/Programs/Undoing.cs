using System.Diagnostics;

namespace Sigap.Bench.Programs;

/// <summary>
/// Undoes what this process did to the machine when it ends, however it ends: a shell outlives it, and when its standard
/// input closes, it runs what was written down, the latest first.
/// </summary>
internal sealed class Undoing : IAsyncDisposable
{
    private const string Shell = """
        trap '' INT TERM HUP
        declare -A undo; declare -a order
        while IFS=$'\t' read -r key command; do
            if [ -n "$command" ]; then
                undo[$key]=$command; order+=("$key")
            else
                unset "undo[$key]"
            fi
        done
        for ((at=${#order[@]}-1; at>=0; at--)); do
            key=${order[at]}
            command=${undo[$key]:-}
            unset "undo[$key]"
            [ -z "$command" ] || eval "$command"
        done
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _shell;
    private readonly Lock _gate = new();

    private Undoing(Process shell) => _shell = shell;

    public static Undoing Start()
    {
        // In a session of its own, or the terminal's Ctrl-C and hang-up would reach it too.
        var shell = new ProcessStartInfo("setsid", ["--wait", "bash", "-c", Shell])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(shell)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new Undoing(process);
    }

    /// <param name="key">Names what was done, until <see cref="Forget"/>; without blanks.</param>
    /// <param name="command">Undoes it, on one line of a shell; must bear that it is undone already.</param>
    public void Remember(string key, string command) => Write($"{key}\t{command}");

    /// <summary>It was undone.</summary>
    public void Forget(string key) => Write($"{key}\t");

    /// <summary>Undoes everything now, and waits for it.</summary>
    public async ValueTask DisposeAsync()
    {
        _shell.StandardInput.Close();
        await _shell.WaitForExitAsync().WaitAsync(Patience);
        _shell.Dispose();
    }

    private void Write(string line)
    {
        lock (_gate)
        {
            _shell.StandardInput.WriteLine(line);
            _shell.StandardInput.Flush();
        }
    }
}
