using System.Globalization;
using Sigap.Bench.Results;
using Sigap.Content;
using Sigap.Content.Loading;

namespace Sigap.Bench.Drill;

/// <summary>Runs the drill, prints its page and writes its result.</summary>
internal static class DrillCommand
{
    private const int Kept = 0;
    private const int Broken = 1;

    /// <param name="logs">Null for a folder that goes when all promises were kept.</param>
    public static Task<int> Run(DrillSettings settings, string data, string? logs, string? output, CancellationToken cancel) => Guarded.Run(
        [.. settings.Problems()],
        async () =>
        {
            var clock = TimeProvider.System;
            var began = clock.GetUtcNow();
            using var folders = DrillFolders.Make(data, logs);
            var outcome = await new DrillRun(settings, Content(began), folders, clock, Console.Error).Play(cancel);
            var result = DrillResult.Of(settings, Machine.Describe(data), began, outcome);
            DrillPage.Of(result, outcome).Print(Console.Out);
            var file = await ResultFile.Write(result, output, Name(began), cancel);
            Console.WriteLine($"Written to {Path.GetRelativePath(Directory.GetCurrentDirectory(), file)}");
            Clear(folders, outcome.IsKept && logs is null);
            return outcome.IsKept ? Kept : Broken;
        },
        cancel);

    public static ContentSet Content(DateTimeOffset now)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "config");
        return ContentLoader.Load(folder, DateOnly.FromDateTime(now.UtcDateTime)).Content
            ?? throw new BenchProblem($"{folder} has errors: run the check");
    }

    private static void Clear(DrillFolders folders, bool isOfNoUse)
    {
        if (isOfNoUse)
        {
            Directory.Delete(folders.Logs, recursive: true);
        }
        else
        {
            Console.WriteLine($"Logs and ledgers are in {folders.Logs}");
        }
    }

    private static string Name(DateTimeOffset began) => string.Create(CultureInfo.InvariantCulture, $"{began:yyyyMMdd-HHmmss}-drill.json");
}
