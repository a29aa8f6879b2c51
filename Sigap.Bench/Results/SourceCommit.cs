using System.Diagnostics;

namespace Sigap.Bench.Results;

/// <summary>Which source was measured, with a plus when it was changed since.</summary>
internal static class SourceCommit
{
    public static string Current() => Git("rev-parse", "--short=12", "HEAD") is { Length: > 0 } commit
        ? Git("status", "--porcelain", "--untracked-files=no") is { Length: > 0 } ? $"{commit}+" : commit
        : "unknown";

    private static string? Git(params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var git = Process.Start(start)!;
            var output = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            return git.ExitCode == 0 ? output.Trim() : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
