namespace Sigap.Transport;

/// <summary>The pace of one business number.</summary>
public sealed record TransportSettings
{
    /// <summary>WhatsApp's throughput limit per business number; more is answered with code 130429.</summary>
    public int MessagesPerSecond { get; init; } = 80;

    /// <summary>Sends under way at the same time.</summary>
    public int Concurrency { get; init; } = 64;

    /// <summary>How long a business number rests after an error that concerns the whole number.</summary>
    public TimeSpan StopTime { get; init; } = TimeSpan.FromMinutes(1);

    public IEnumerable<string> Problems()
    {
        if (MessagesPerSecond is < 1 or > 1000)
            yield return $"Transport:MessagesPerSecond is {MessagesPerSecond}; write a number from 1 to 1000, WhatsApp's range.";
        if (Concurrency is < 1 or > 1000)
            yield return $"Transport:Concurrency is {Concurrency}; write a number from 1 to 1000.";
        if (StopTime <= TimeSpan.Zero)
            yield return $"Transport:StopTime is {StopTime}; write a time above zero, such as 00:01:00.";
    }
}
