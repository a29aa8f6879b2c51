namespace Sigap.Bench.Drill.Graph;

/// <summary>
/// What WhatsApp would have said about the pace: a burst of 45 messages to the same applicant, then one in six seconds. Not for
/// more than one thread.
/// </summary>
internal sealed class PairPace
{
    private const double Burst = 45;
    private const double PerSecond = 1.0 / 6;

    private readonly Dictionary<(string Business, string Phone), (double Tokens, TimeSpan At)> _buckets = [];
    private readonly Dictionary<string, (long Second, int Count)> _seconds = [];

    public int TooFast { get; private set; }

    public int MostPerSecond { get; private set; }

    public void Note(string business, string phone, TimeSpan now)
    {
        var (tokens, at) = _buckets.GetValueOrDefault((business, phone), (Burst, now));
        tokens = Math.Min(Burst, tokens + ((now - at).TotalSeconds * PerSecond));
        if (tokens < 1)
        {
            TooFast++;
        }

        _buckets[(business, phone)] = (Math.Max(0, tokens - 1), now);

        var second = (long)now.TotalSeconds;
        var (last, count) = _seconds.GetValueOrDefault(business);
        count = last == second ? count + 1 : 1;
        _seconds[business] = (second, count);
        MostPerSecond = Math.Max(MostPerSecond, count);
    }
}
