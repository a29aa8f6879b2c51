namespace Sigap.Bench.Results;

/// <summary>Two results side by side, and what the second is of the first.</summary>
internal static class Comparison
{
    /// <summary>Two runs of the same program differ by about this much.</summary>
    private const double Noise = 0.05;

    public static async Task<int> Print(string before, string after, TextWriter output, TextWriter errors, CancellationToken cancel)
    {
        try
        {
            Print(await ResultFile.Read(before, cancel), await ResultFile.Read(after, cancel), output);
            return 0;
        }
        catch (BenchProblem problem)
        {
            await errors.WriteLineAsync(problem.Message);
            return 1;
        }
    }

    internal static void Print(LoadResult before, LoadResult after, TextWriter output)
    {
        foreach (var difference in Differences(before, after))
        {
            output.WriteLine($"Careful: {difference}");
        }

        output.WriteLine($"{"",-18}{"",-12}{before.Commit,16}{after.Commit,16}{"ratio",9}");
        foreach (var line in Line.All)
        {
            var (was, now) = (line.Of(before.Median), line.Of(after.Median));
            output.WriteLine(
                $"{line.Name,-18}{line.Unit,-12}{Line.Show(was),16}{Line.Show(now),16}{Ratio(was, now),9}  {Verdict(line, was, now)}");
        }
    }

    private static string Ratio(double was, double now) => was == 0 ? "" : Line.Show(Math.Round(now / was, 2));

    private static string Verdict(Line line, double was, double now)
    {
        if (line.IsFault)
        {
            return now > 0 ? "FAULT" : "";
        }

        if (was == 0 || Math.Abs((now / was) - 1) <= Noise)
        {
            return "";
        }

        return now > was == line.MoreIsBetter ? "better" : "worse";
    }

    private static IEnumerable<string> Differences(LoadResult before, LoadResult after)
    {
        if (before.Settings with { Runs = 0, Host = null } != after.Settings with { Runs = 0, Host = null })
            yield return "the two were loaded differently.";
        if (before.Machine.Processor != after.Machine.Processor || before.Machine.Processors != after.Machine.Processors)
            yield return "the two ran on different machines.";
        if (before.Machine.Runtime != after.Machine.Runtime)
            yield return $"the runtimes differ: {before.Machine.Runtime}, {after.Machine.Runtime}.";
        if (!before.Machine.RuntimeSettings.SequenceEqual(after.Machine.RuntimeSettings))
            yield return "the runtime settings (DOTNET_…) differ.";
    }
}
