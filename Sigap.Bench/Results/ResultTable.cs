namespace Sigap.Bench.Results;

/// <summary>Prints a result for a person: the median and each run.</summary>
internal static class ResultTable
{
    public static void Print(LoadResult result, TextWriter output)
    {
        var settings = result.Settings;
        output.WriteLine();
        output.WriteLine($"{settings.Temperature}: {result.Median.Messages:N0} messages, {settings.Concurrency} at once, {settings.Statuses} statuses per reply, commit {result.Commit}");
        output.WriteLine($"{result.Machine.Processors} processors ({result.Machine.Processor}), {result.Machine.Runtime}, data on {result.Machine.DataFileSystem}");
        output.WriteLine();
        var heads = result.Runs.Count > 1 ? string.Concat(result.Runs.Select((_, place) => $"{$"run {place + 1}",12}")) : "";
        output.WriteLine($"{"",-18}{"",-12}{(result.Runs.Count > 1 ? "median" : ""),12}{heads}");
        foreach (var line in Line.All)
        {
            var runs = result.Runs.Count > 1 ? string.Concat(result.Runs.Select(run => $"{Line.Show(line.Of(run)),12}")) : "";
            output.WriteLine($"{line.Name,-18}{line.Unit,-12}{Line.Show(line.Of(result.Median)),12}{runs}");
        }

        output.WriteLine();
    }
}
