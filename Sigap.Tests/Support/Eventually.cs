using System.Diagnostics;

namespace Sigap.Tests.Support;

/// <summary>Waits until something is so; fails with what was waited for when it does not come.</summary>
internal static class Eventually
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(20);

    public static Task Becomes(Func<bool> condition, Func<string> what, int seconds = 60) =>
        Becomes(() => Task.FromResult(condition()), what, seconds);

    public static async Task Becomes(Func<Task<bool>> condition, Func<string> what, int seconds = 60)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            if (Stopwatch.GetElapsedTime(started).TotalSeconds > seconds)
            {
                throw new TimeoutException($"Not within {seconds} seconds: {what()}");
            }

            await Task.Delay(LookAgain);
        }
    }
}
