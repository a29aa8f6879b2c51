namespace Sigap.Host.Cluster;

/// <summary>
/// Tells whoever keeps watch over what is owed that another node has gone: what it carried has a new home, and is to be taken
/// up there at once instead of at the next round.
/// </summary>
internal sealed class Departures
{
    public event Action? Noticed;

    public void Notice() => Noticed?.Invoke();
}
