namespace Sigap.Conversations;

/// <summary>
/// How fast one applicant may be written to: <see cref="ConversationSettings.PairBurst"/> at once, and one more after every
/// <see cref="ConversationSettings.PairInterval"/>. WhatsApp refuses more with code 131056.
/// </summary>
/// <param name="FullAt">When the whole burst is there again, if nothing more is sent.</param>
public readonly record struct PairPace(DateTimeOffset FullAt)
{
    /// <summary>A reply leaves at most this often; what was sent before a crash is counted by it.</summary>
    public static readonly TimeSpan LeastPause = TimeSpan.FromSeconds(1);

    public static readonly PairPace Rested = new(DateTimeOffset.MinValue);

    /// <summary>How long until the next one may leave.</summary>
    public TimeSpan Wait(DateTimeOffset now, ConversationSettings settings)
    {
        var wait = FullAt - now - (settings.PairInterval * (settings.PairBurst - 1));
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    public PairPace After(DateTimeOffset now, TimeSpan interval) => new((FullAt > now ? FullAt : now) + interval);

    /// <summary>Sends of which nothing was written down are counted as many as they may have been.</summary>
    /// <param name="since">None of them was earlier.</param>
    public PairPace AfterUnseen(DateTimeOffset since, DateTimeOffset now, ConversationSettings settings)
    {
        var most = now > since ? 1 + Math.Floor((now - since) / LeastPause) : 1;
        var unseen = Math.Min(most, settings.PairBurst);
        var worst = (FullAt > now ? FullAt : now) + (settings.PairInterval * unseen);
        var empty = now + (settings.PairInterval * settings.PairBurst);
        return new PairPace(worst < empty ? worst : empty);
    }
}
