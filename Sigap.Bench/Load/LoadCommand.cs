using Sigap.Bench.Programs;
using Sigap.Bench.Results;

namespace Sigap.Bench.Load;

/// <summary>Runs the load as often as asked, prints the table and writes the result.</summary>
internal static class LoadCommand
{
    public static Task<int> Run(LoadSettings settings, string dataParent, string? output, CancellationToken cancel)
    {
        var host = settings.Host ?? HostProgram.OfThisBuild;
        return Guarded.Run(
            [.. settings.Problems(), .. Missing(host)],
            async () =>
            {
                var result = await Measure(settings, host, dataParent, cancel);
                ResultTable.Print(result, Console.Out);
                var file = await ResultFile.Write(result, output, cancel);
                Console.WriteLine($"Written to {Path.GetRelativePath(Directory.GetCurrentDirectory(), file)}");
                return result.Runs.All(run => run.IsFaultless) ? 0 : 2;
            },
            cancel);
    }

    private static IEnumerable<string> Missing(string host)
    {
        if (!File.Exists(host))
            yield return $"There is no {host}; name Sigap with --host.";
        if (!OperatingSystem.IsLinux())
            yield return "The bench reads processor time from /proc, which only Linux has.";
    }

    private static async Task<LoadResult> Measure(LoadSettings settings, string host, string dataParent, CancellationToken cancel)
    {
        var clock = TimeProvider.System;
        var began = clock.GetUtcNow();
        var runs = new List<Figures>();
        for (var run = 1; run <= settings.Runs; run++)
        {
            await Console.Error.WriteLineAsync($"Run {run} of {settings.Runs}");
            runs.Add(await new LoadRun(settings, host, dataParent, clock, Console.Error).Measure(cancel));
        }

        var machine = Machine.Describe(dataParent);
        var load = settings with { Host = settings.Host is null ? null : Path.GetFileName(host) };
        return new LoadResult(began, SourceCommit.Current(), machine, load, Figures.Median(runs), runs);
    }
}
