namespace Sigap.Transport;

/// <summary>Lets so many through per second, with at most one second's worth saved up.</summary>
internal sealed class TokenBucket(int perSecond, DateTimeOffset now)
{
    private double _tokens = perSecond;
    private DateTimeOffset _at = now;

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

    /// <summary>How long until the next one may pass.</summary>
    public TimeSpan Wait => _tokens >= 1 ? TimeSpan.Zero : TimeSpan.FromSeconds((1 - _tokens) / perSecond);

    private void Refill(DateTimeOffset now)
    {
        if (now > _at)
        {
            _tokens = Math.Min(perSecond, _tokens + ((now - _at).TotalSeconds * perSecond));
        }

        _at = now;
    }
}
