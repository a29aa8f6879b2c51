namespace Sigap.Transport;

/// <summary>The pace of one business number.</summary>
public sealed record TransportSettings
{
    /// <summary>WhatsApp's throughput limit per business number, in and out together; more is answered with code 130429.</summary>
    public int MessagesPerSecond { get; init; } = 80;

    /// <summary>Sends under way at the same time.</summary>
    public int Concurrency { get; init; } = 64;

    /// <summary>How long a business number rests, until the next probe, after an error that an operator must mend.</summary>
    public TimeSpan StopTime { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>So many sends in a row without a usable answer, and only probes leave until one is answered.</summary>
    public int BreakerAfter { get; init; } = 10;

    /// <summary>Until the first of these probes; doubled for each that fails, up to half a minute.</summary>
    public TimeSpan BreakerPause { get; init; } = TimeSpan.FromSeconds(2);

    public IEnumerable<string> Problems()
    {
        if (MessagesPerSecond is < 1 or > 1000)
            yield return $"Transport:MessagesPerSecond is {MessagesPerSecond}; write a number from 1 to 1000, WhatsApp's range.";
        if (Concurrency is < 1 or > 1000)
            yield return $"Transport:Concurrency is {Concurrency}; write a number from 1 to 1000.";
        if (StopTime <= TimeSpan.Zero)
            yield return $"Transport:StopTime is {StopTime}; write a time above zero, such as 00:01:00.";
        if (BreakerAfter is < 1 or > 10_000)
            yield return $"Transport:BreakerAfter is {BreakerAfter}; write a number from 1 to 10000.";
        if (BreakerPause <= TimeSpan.Zero)
            yield return $"Transport:BreakerPause is {BreakerPause}; write a time above zero, such as 00:00:02.";
    }
}
