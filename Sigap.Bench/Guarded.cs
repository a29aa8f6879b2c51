namespace Sigap.Bench;

/// <summary>Ends a measurement that cannot go on with a sentence and an exit code, not with a stack trace.</summary>
internal static class Guarded
{
    /// <param name="problems">What is wrong with the settings: nothing is measured then.</param>
    public static async Task<int> Run(IReadOnlyCollection<string> problems, Func<Task<int>> measure, CancellationToken cancel)
    {
        if (problems.Count > 0)
        {
            await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, problems));
            return 1;
        }

        try
        {
            return await measure();
        }
        catch (BenchProblem problem)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return 1;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Stopped; nothing is left behind and nothing was written.");
            return 130;
        }
    }
}
