namespace Sigap.Transport;

/// <summary>
/// The pace of a business number: so many per second, sent and heard together, with at most one second's worth saved up. What
/// is heard takes no more than half of it, so that a flood of messages never keeps their answers from leaving.
/// </summary>
internal sealed class TokenBucket
{
    /// <summary>A new sender does not know what the one before it sent in this second.</summary>
    private const double PartAtStart = 0.1;

    /// <summary>Below this part courtesies are left out.</summary>
    private const double LowPart = 0.05;

    private const double PartOfHeard = 0.5;

    /// <summary>After a halving the whole pace is back after this time, in equal steps.</summary>
    private static readonly TimeSpan Recovery = TimeSpan.FromMinutes(1);

    private readonly double _full;
    private double _rate;
    private double _tokens;
    private double _forHeard;
    private DateTimeOffset _at;

    public TokenBucket(int perSecond, DateTimeOffset now)
    {
        _full = perSecond;
        _rate = perSecond;
        _tokens = Math.Max(1, perSecond * PartAtStart);
        _forHeard = perSecond * PartOfHeard;
        _at = now;
    }

    /// <summary>How long until the next one may pass.</summary>
    public TimeSpan Wait => _tokens >= 1 ? TimeSpan.Zero : TimeSpan.FromSeconds((1 - _tokens) / _rate);

    public bool TryTake(DateTimeOffset now)
    {
        Refill(now);
        if (_tokens < 1)
        {
            return false;
        }

        _tokens -= 1;
        return true;
    }

    /// <summary>So many messages came in: WhatsApp counts them against the same limit.</summary>
    public void Heard(int count, DateTimeOffset now)
    {
        Refill(now);
        var counted = Math.Min(Math.Max(0, count), _forHeard);
        _forHeard -= counted;
        _tokens -= counted;
    }

    /// <summary>Nothing is to spare for what nobody waits for.</summary>
    public bool IsLow(DateTimeOffset now)
    {
        Refill(now);
        return _tokens < Math.Max(1, _full * LowPart);
    }

    /// <summary>WhatsApp said that it was too fast: half the pace, which recovers little by little.</summary>
    public void Halve(DateTimeOffset now)
    {
        Refill(now);
        _rate = Math.Max(Math.Min(1, _full), _rate / 2);
        _tokens = Math.Min(_tokens, _rate);
    }

    private void Refill(DateTimeOffset now)
    {
        if (now > _at)
        {
            var seconds = (now - _at).TotalSeconds;
            var rate = Math.Min(_full, _rate + (seconds / Recovery.TotalSeconds * _full));
            _tokens = Math.Min(rate, _tokens + (seconds * (_rate + rate) / 2));
            _forHeard = Math.Min(_full * PartOfHeard, _forHeard + (seconds * _full * PartOfHeard));
            _rate = rate;
        }

        // A clock that was set back gives nothing twice.
        _at = now > _at ? now : _at;
    }
}
