namespace Sigap.Host.Cluster;

/// <summary>
/// Where a cluster shows that it is there, outside itself: a first seed node that finds nobody, because a cable is cut or its peers' names
/// are not known yet, would otherwise found a second cluster beside it.
/// </summary>
internal interface IClusterSign
{
    /// <returns>The address of a member that showed itself a moment ago; null when none did.</returns>
    Task<string?> Seen(CancellationToken cancel);

    Task Show(string address, CancellationToken cancel);
}
