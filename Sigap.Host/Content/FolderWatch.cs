namespace Sigap.Host.Content;

/// <summary>Hears of changes from the file system where it tells; where it does not, the regular look must do.</summary>
internal sealed class FolderWatch : IDisposable
{
    private readonly FileSystemWatcher _watcher;

    private FolderWatch(string folder, Action changed)
    {
        _watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
        _watcher.Changed += (_, _) => changed();
        _watcher.Created += (_, _) => changed();
        _watcher.Deleted += (_, _) => changed();
        _watcher.Renamed += (_, _) => changed();
        _watcher.EnableRaisingEvents = true;
    }

    /// <summary>Null where watching is not possible, as when the system's limit of watches is reached.</summary>
    public static FolderWatch? Try(string folder, Action changed, ILogger log)
    {
        try
        {
            return new FolderWatch(folder, changed);
        }
        catch (Exception problem) when (problem is IOException or ArgumentException or PlatformNotSupportedException)
        {
            log.LogWarning("The config folder cannot be watched ({Problem}); it is looked at regularly instead", problem.Message);
            return null;
        }
    }

    public void Dispose() => _watcher.Dispose();
}
