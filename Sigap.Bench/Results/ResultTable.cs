namespace Sigap.Bench.Results;

/// <summary>Prints a result for a person: the median and each run.</summary>
internal static class ResultTable
{
    public static void Print(LoadResult result, TextWriter output)
    {
        var settings = result.Settings;
        output.WriteLine();
        output.WriteLine(
            $"{settings.Temperature} on {(settings.Postgres ? "PostgreSQL" : "SQLite")}: {result.Median.Messages:N0} messages, {settings.Concurrency} at once, "
            + $"{settings.Statuses} statuses per reply, commit {result.Commit}");
        var machine = result.Machine;
        output.WriteLine(
            $"{machine.Processors} processors ({machine.Processor}), {machine.Runtime}, data on {machine.DataFileSystem}");
        output.WriteLine();
        output.WriteLine($"{"",-30}{"median",12}{Columns((_, place) => $"run {place + 1}")}");
        foreach (var line in Line.All)
        {
            var runs = Columns((run, _) => Line.Show(line.Of(run)));
            output.WriteLine($"{line.Name,-18}{line.Unit,-12}{Line.Show(line.Of(result.Median)),12}{runs}");
        }

        output.WriteLine();

        string Columns(Func<Figures, int, string> show) => string.Concat(result.Runs.Select((run, place) => $"{show(run, place),12}"));
    }
}
