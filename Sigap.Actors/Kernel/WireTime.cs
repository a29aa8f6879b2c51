namespace Sigap.Kernel;

/// <summary>Instants on the wire: milliseconds since 1970, UTC.</summary>
public static class WireTime
{
    public static long ToWire(this DateTimeOffset at) => at.ToUnixTimeMilliseconds();

    public static DateTimeOffset FromWire(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    /// <summary>Cut to the milliseconds the wire keeps, so that what is decided now equals what is read back later.</summary>
    public static DateTimeOffset AsOnWire(this DateTimeOffset at) => FromWire(at.ToWire());
}
