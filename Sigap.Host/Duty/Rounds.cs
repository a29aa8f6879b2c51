namespace Sigap.Host.Duty;

/// <summary>Does a piece of work again and again. Of failures that follow on each other only the first is told.</summary>
internal static class Rounds
{
    /// <param name="every">From the beginning of one round to the next.</param>
    public static async Task Go(
        TimeSpan every, TimeProvider clock, Func<CancellationToken, Task> round, Action<Exception> tell, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(every, clock);
        var fails = false;
        do
        {
            try
            {
                await round(stop);
                fails = false;
            }
            catch (Exception failure) when (failure is not OperationCanceledException || !stop.IsCancellationRequested)
            {
                if (!fails)
                {
                    tell(failure);
                }

                fails = true;
            }
        }
        while (await timer.WaitForNextTickAsync(stop));
    }
}
