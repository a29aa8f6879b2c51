namespace Sigap.Host.Applications;

/// <summary>How many wrong birth dates an application bears: section <c>Lookups</c>.</summary>
public sealed class LookupOptions
{
    public const string Section = "Lookups";

    public int WrongPerApplication { get; set; } = 5;

    /// <summary>The wrong ones count when they lie within this time.</summary>
    public int WindowMinutes { get; set; } = 60;

    /// <summary>Nobody is answered for this long after the last of them.</summary>
    public int LockMinutes { get; set; } = 15;

    public TimeSpan Window => TimeSpan.FromMinutes(WindowMinutes);

    public TimeSpan Lock => TimeSpan.FromMinutes(LockMinutes);

    /// <returns>One sentence per problem: the setting, its value, the remedy. Empty when all is well.</returns>
    public IReadOnlyList<string> Validate() =>
    [
        .. Outside(nameof(WrongPerApplication), WrongPerApplication, 1, 100, 5),
        .. Outside(nameof(WindowMinutes), WindowMinutes, 1, 1440, 60),
        .. Outside(nameof(LockMinutes), LockMinutes, 1, 1440, 15),
    ];

    private static IEnumerable<string> Outside(string name, int value, int least, int most, int usual)
    {
        if (value < least || value > most)
        {
            yield return $"{Section}:{name} is {value}. Write a number from {least} to {most}; {usual} is the default.";
        }
    }
}
