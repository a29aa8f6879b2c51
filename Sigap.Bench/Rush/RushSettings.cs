namespace Sigap.Bench.Rush;

/// <summary>How big the rush is, and on what it is measured.</summary>
internal sealed record RushSettings
{
    public int Applicants { get; init; } = 10_000;

    /// <summary>One applicant in so many belongs to a priority group; without any, the places kept for them stay empty.</summary>
    public int OneInPriority { get; init; } = 10;

    public int WarmUp { get; init; } = 2_000;

    public int Runs { get; init; } = 3;

    public string Office { get; init; } = "jakarta-pusat";

    public RushDatabase Database { get; init; } = RushDatabase.Sqlite;

    public IEnumerable<string> Problems()
    {
        if (Applicants is < 1 or > 1_000_000)
            yield return $"--applicants is {Applicants}; write a number from 1 to 1000000.";
        if (OneInPriority < 1)
            yield return $"--one-in-priority is {OneInPriority}; write a number of at least 1.";
        if (WarmUp is < 0 or > 1_000_000)
            yield return $"--warm-up is {WarmUp}; write a number from 0 to 1000000.";
        if (Runs is < 1 or > 100)
            yield return $"--runs is {Runs}; write a number from 1 to 100.";
    }
}

internal enum RushDatabase
{
    Sqlite,
    Postgresql,
}
