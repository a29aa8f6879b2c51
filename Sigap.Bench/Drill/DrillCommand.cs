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
            using var folders = new DrillFolders(data, logs);
            var outcome = await Play(new DrillRun(settings, Content(began), folders, clock, Console.Error), folders, cancel);
            var result = DrillResult.Of(settings, Machine.Describe(data), began, outcome);
            DrillPage.Of(result, outcome).Print(Console.Out);
            var file = await ResultFile.Write(result, output, Name(began), cancel);
            Console.WriteLine($"Written to {Path.GetRelativePath(Directory.GetCurrentDirectory(), file)}");
            folders.KeepsLogs |= !outcome.IsKept;
            Console.WriteLine(folders.KeepsLogs ? $"Logs and ledgers are in {folders.Logs}" : "The logs hold nothing of use and are gone.");
            return outcome.IsKept ? Kept : Broken;
        },
        cancel);

    public static ContentSet Content(DateTimeOffset now)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "config");
        return ContentLoader.Load(folder, DateOnly.FromDateTime(now.UtcDateTime)).Content
            ?? throw new BenchProblem($"{folder} has errors: run the check");
    }

    private static async Task<DrillOutcome> Play(DrillRun run, DrillFolders folders, CancellationToken cancel)
    {
        try
        {
            return await run.Play(cancel);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            folders.KeepsLogs = true;
            throw new BenchProblem($"The drill could not be played to its end; logs are in {folders.Logs}.{Environment.NewLine}{problem.Message}");
        }
    }

    private static string Name(DateTimeOffset began) => string.Create(CultureInfo.InvariantCulture, $"{began:yyyyMMdd-HHmmss}-drill.json");
}
