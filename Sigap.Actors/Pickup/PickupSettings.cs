namespace Sigap.Pickup;

/// <summary>The limits of a pickup day as an entity. What a day decides is in the office's rules, not here.</summary>
public sealed record PickupSettings
{
    /// <summary>So many commands are decided and written together.</summary>
    public int CommandsPerWrite { get; init; } = 1_000;

    /// <summary>So many commands wait while a write is under way; beyond it they are turned away.</summary>
    public int MostWaiting { get; init; } = 20_000;

    /// <summary>Claims that take longer are not available.</summary>
    public TimeSpan ClaimTimeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long another day is asked whether a booking of its lives.</summary>
    public TimeSpan LookTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>An errand that is not acknowledged by then is done again after <see cref="ErrandRetry"/>.</summary>
    public TimeSpan ErrandTimeout { get; init; } = TimeSpan.FromSeconds(10);

    public TimeSpan ErrandRetry { get; init; } = TimeSpan.FromSeconds(5);

    public int ErrandsAtOnce { get; init; } = 32;

    /// <summary>Acknowledgements of errands wait so long for another write to ride on.</summary>
    public TimeSpan AcknowledgeAfter { get; init; } = TimeSpan.FromSeconds(1);

    public int EventsPerSnapshot { get; init; } = 100;

    /// <summary>A day on which nothing lives, is owed or asked leaves the memory after this.</summary>
    public TimeSpan LeaveAfter { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long whoever asks a day waits for its answer.</summary>
    public TimeSpan AskTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Every value out of range, as a sentence that names the setting and the remedy.</summary>
    public IEnumerable<string> Problems()
    {
        if (CommandsPerWrite is < 1 or > 10_000)
            yield return $"Pickup:CommandsPerWrite is {CommandsPerWrite}; write a number from 1 to 10000.";
        if (MostWaiting < CommandsPerWrite)
            yield return $"Pickup:MostWaiting is {MostWaiting}; write a number not below Pickup:CommandsPerWrite ({CommandsPerWrite}).";
        if (ErrandsAtOnce is < 1 or > 1_000)
            yield return $"Pickup:ErrandsAtOnce is {ErrandsAtOnce}; write a number from 1 to 1000.";
        if (EventsPerSnapshot < 1)
            yield return $"Pickup:EventsPerSnapshot is {EventsPerSnapshot}; write a number of at least 1.";

        foreach (var (name, time) in Times())
        {
            if (time <= TimeSpan.Zero || time > TimeSpan.FromHours(1))
                yield return $"Pickup:{name} is {time}; write a time from above zero to one hour, such as 00:00:05.";
        }
    }

    private IEnumerable<(string Name, TimeSpan Time)> Times() =>
    [
        (nameof(ClaimTimeout), ClaimTimeout), (nameof(LookTimeout), LookTimeout), (nameof(ErrandTimeout), ErrandTimeout),
        (nameof(ErrandRetry), ErrandRetry), (nameof(AcknowledgeAfter), AcknowledgeAfter), (nameof(LeaveAfter), LeaveAfter),
        (nameof(AskTimeout), AskTimeout),
    ];
}
