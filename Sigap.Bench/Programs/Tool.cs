using System.ComponentModel;
using System.Diagnostics;

namespace Sigap.Bench.Programs;

/// <summary>Runs a program of the system to its end.</summary>
internal static class Tool
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <exception cref="BenchProblem">It is not installed, or it failed: the message holds what it said.</exception>
    public static Task Run(params string[] command) => Run(command, input: null);

    /// <param name="input">What it reads.</param>
    /// <exception cref="BenchProblem">It is not installed, or it failed: the message holds what it said.</exception>
    public static async Task Run(string[] command, string? input)
    {
        using var process = Start(command);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync().WaitAsync(Patience);
        if (process.ExitCode != 0)
        {
            throw new BenchProblem($"'{string.Join(' ', command)}' failed:{Environment.NewLine}{await output}{await errors}");
        }
    }

    public static bool IsInstalled(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Append("/usr/sbin")
        .Any(folder => File.Exists(Path.Combine(folder, name)));

    private static Process Start(string[] command)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(command[0], command[1..])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        }
        catch (Win32Exception missing)
        {
            throw new BenchProblem($"{command[0]} cannot be run: {missing.Message}. Is it installed?");
        }
    }
}
