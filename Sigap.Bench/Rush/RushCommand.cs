using System.CommandLine;
using System.Globalization;
using Sigap.Bench.Results;

namespace Sigap.Bench.Rush;

/// <summary>The options of <c>rush</c>, its table and its result file.</summary>
internal static class RushCommand
{
    public static Command Command()
    {
        var defaults = new RushSettings();
        var applicants = Number("--applicants", defaults.Applicants, "How many ask for a place on the same day at the same moment.");
        var priority = Number("--one-in-priority", defaults.OneInPriority, "One in so many belongs to a priority group.");
        var warmUp = Number("--warm-up", defaults.WarmUp, "Applicants of a rush on another day before, until most code is compiled.");
        var runs = Number("--runs", defaults.Runs, "Independent runs, each with a new Sigap and a new database.");
        var postgres = new Option<bool>("--postgres") { Description = "On a PostgreSQL of its own instead of SQLite." };
        var office = new Option<string>("--office") { Description = "Whose calendar counts.", DefaultValueFactory = _ => defaults.Office };
        var data = new Option<DirectoryInfo?>("--data") { Description = "Where the temporary data is kept: the disk that is measured." };
        var output = new Option<FileInfo?>("--out") { Description = "The result file. By default a new one in Sigap.Bench/results." };

        var command = new Command("rush", "Everybody wants the same day: how long until all are answered, and is any place given twice?")
        {
            applicants, priority, warmUp, runs, postgres, office, data, output,
        };
        command.SetAction((parsed, cancel) => Run(
            new RushSettings
            {
                Applicants = parsed.GetValue(applicants),
                OneInPriority = parsed.GetValue(priority),
                WarmUp = parsed.GetValue(warmUp),
                Runs = parsed.GetValue(runs),
                Office = parsed.GetValue(office)!,
                Database = parsed.GetValue(postgres) ? RushDatabase.Postgresql : RushDatabase.Sqlite,
            },
            parsed.GetValue(data)?.FullName ?? Path.GetTempPath(),
            parsed.GetValue(output)?.FullName,
            cancel));
        return command;
    }

    private static Task<int> Run(RushSettings settings, string parent, string? output, CancellationToken cancel) => Guarded.Run(
        [.. settings.Problems()],
        async () =>
        {
            var began = TimeProvider.System.GetUtcNow();
            var runs = new List<RushFigures>();
            for (var run = 1; run <= settings.Runs; run++)
            {
                await Console.Error.WriteLineAsync($"Run {run} of {settings.Runs}");
                runs.Add(await new RushRun(settings, parent).Measure(cancel));
            }

            var result = new RushResult(began, SourceCommit.Current(), Machine.Describe(parent), settings, runs);
            Print(result, Console.Out);
            var file = await ResultFile.Write(result, output, Name(result), cancel);
            Console.WriteLine($"Written to {Path.GetRelativePath(Directory.GetCurrentDirectory(), file)}");
            return runs.TrueForAll(figures => figures.IsFaultless) ? 0 : 2;
        },
        cancel);

    private static string Name(RushResult result) => string.Create(
        CultureInfo.InvariantCulture, $"{result.Date:yyyyMMdd-HHmmss}-rush-{result.Settings.Database}.json").ToLowerInvariant();

    private static void Print(RushResult result, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine($"Rush of {result.Settings.Applicants:N0} on {result.Settings.Database}, commit {result.Commit}");
        output.WriteLine($"{"places",8}{"booked",8}{"refused",9}{"silent",8}{"oversold",10}{"all in",9}{"median",10}{"journal",9}{"claims",8}{"CPU",8}");
        foreach (var run in result.Runs)
        {
            output.WriteLine(
                $"{run.Places,8}{run.Confirmed,8}{run.TurnedAway,9}{run.Unanswered,8}{run.Oversold,10}{run.Seconds,7:N2} s"
                + $"{run.AnswerMedianMilliseconds,7:N0} ms{run.JournalWrites,9}{run.ClaimWrites,8}{run.CpuSeconds,6:N1} s");
        }

        output.WriteLine();
    }

    private static Option<int> Number(string name, int standard, string description) =>
        new(name) { Description = description, DefaultValueFactory = _ => standard };
}
