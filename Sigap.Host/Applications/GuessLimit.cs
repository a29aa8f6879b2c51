namespace Sigap.Host.Applications;

/// <summary>When wrong birth dates lock an application. The guesses themselves are the state: nothing else is kept.</summary>
internal static class GuessLimit
{
    /// <param name="newestFirst">The moments of the wrong guesses, newest first; only the allowed number of them matters.</param>
    /// <returns>Until when nobody is answered; null when the next claim may be judged.</returns>
    public static DateTimeOffset? LockedUntil(IReadOnlyList<DateTimeOffset> newestFirst, LookupOptions limits, DateTimeOffset now)
    {
        if (newestFirst.Count < limits.WrongPerApplication)
        {
            return null;
        }

        var last = newestFirst[0];
        var first = newestFirst[limits.WrongPerApplication - 1];
        var until = last + limits.Lock;
        return last - first < limits.Window && now < until ? until : null;
    }
}
