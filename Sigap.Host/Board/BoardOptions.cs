namespace Sigap.Host.Board;

/// <summary>How the boards look after their offices: section <c>Board</c>.</summary>
public sealed class BoardOptions
{
    public const string Section = "Board";

    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>How often the day is asked while somebody watches.</summary>
    public TimeSpan AskEvery { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Boards of one office open at once.</summary>
    public int WatchersPerOffice { get; set; } = 100;

    /// <returns>One sentence per problem: the setting, its value, the remedy. Empty when all is well.</returns>
    public IReadOnlyList<string> Validate() => [.. Problems()];

    private IEnumerable<string> Problems()
    {
        if (AskEvery < Shortest || AskEvery > Longest)
        {
            yield return $"{Section}:AskEvery is {AskEvery:c}. Write a time from {Shortest:c} to {Longest:c}, for example 00:00:00.5.";
        }

        if (WatchersPerOffice is < 1 or > 1_000)
        {
            yield return $"{Section}:WatchersPerOffice is {WatchersPerOffice}. Write a number from 1 to 1000.";
        }
    }
}
