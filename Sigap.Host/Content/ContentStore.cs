using Sigap.Content;
using Sigap.Content.Loading;

namespace Sigap.Host.Content;

/// <summary>
/// Keeps the content in force. Changed files are taken over without restart when they check out; otherwise the old content
/// stays and the findings are logged.
/// </summary>
public sealed class ContentStore : IContentSource, IDisposable
{
    private readonly string _folder;
    private readonly ConfigSettings _settings;
    private readonly IReadOnlyList<IConfigCheck> _checks;
    private readonly TimeProvider _clock;
    private readonly ILogger<ContentStore> _log;
    private readonly FolderWatch? _watch;
    private readonly ITimer _timer;
    private readonly Lock _reading = new();

    private volatile ContentSet _current;
    private string _lookedAt;
    private bool _disposed;

    /// <exception cref="ContentInvalidException">The files have errors.</exception>
    public ContentStore(
        string folder, ConfigSettings settings, IEnumerable<IConfigCheck> checks, TimeProvider clock, ILogger<ContentStore> log)
    {
        _folder = folder;
        _settings = settings;
        _checks = [.. checks];
        _clock = clock;
        _log = log;
        _lookedAt = ConfigFiles.Fingerprint(folder);

        var load = Read();
        _current = load.Content ?? throw new ContentInvalidException(folder, load.Findings);
        LogWarnings(load);

        _timer = clock.CreateTimer(_ => Look(), null, settings.LookEvery, settings.LookEvery);
        _watch = FolderWatch.Try(folder, LookSoon, log);
    }

    /// <summary>Raised after <see cref="Current"/> changed, one at a time, on a thread of the pool.</summary>
    public event Action<ContentSet>? Changed;

    public ContentSet Current => _current;

    /// <summary>Where the files are.</summary>
    public string Folder => _folder;

    public void Dispose()
    {
        lock (_reading)
        {
            _disposed = true;
        }

        _watch?.Dispose();
        _timer.Dispose();
    }

    /// <summary>Looks whether files changed, and takes them over when they check out.</summary>
    internal void Look()
    {
        lock (_reading)
        {
            if (_disposed)
            {
                return;
            }

            try
            {
                var seen = ConfigFiles.Fingerprint(_folder);

                if (seen != _lookedAt)
                {
                    _lookedAt = seen;
                    TakeOver(Read());
                }
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                // A folder being replaced is away for a moment; the next look finds the new one.
                _log.LogWarning("The config folder cannot be read: {Problem}. The content stays as it is", problem.Message);
            }
        }
    }

    private void LookSoon()
    {
        try
        {
            _timer.Change(_settings.SettleFor, _settings.LookEvery);
        }
        catch (ObjectDisposedException)
        {
            // The last change came while the program stopped.
        }
    }

    private ContentLoad Read() => ConfigReading.Read(_folder, DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime), _checks);

    private void TakeOver(ContentLoad load)
    {
        if (load.Content is not { } content)
        {
            _log.LogError(
                "The changed configuration has {Errors} errors; content {Version} stays in force until they are corrected:\n{Findings}",
                load.Errors, _current.Version, string.Join('\n', load.Findings.Where(finding => finding.IsError)));
            return;
        }

        if (content.Version == _current.Version)
        {
            return;
        }

        _log.LogInformation("Content {Version} is in force, before it {Old}", content.Version, _current.Version);
        LogWarnings(load);
        _current = content;
        Tell(content);
    }

    private void Tell(ContentSet content)
    {
        foreach (var listener in Changed?.GetInvocationList() ?? [])
        {
            try
            {
                ((Action<ContentSet>)listener)(content);
            }
#pragma warning disable CA1031 // Whatever one listener does wrong, the others are told and the timer goes on.
            catch (Exception problem)
#pragma warning restore CA1031
            {
                _log.LogError(problem, "A part of the program did not take over content {Version}", content.Version);
            }
        }
    }

    private void LogWarnings(ContentLoad load)
    {
        if (load.Warnings > 0)
        {
            _log.LogWarning("The configuration has {Warnings} warnings:\n{Findings}", load.Warnings, string.Join('\n', load.Findings));
        }
    }
}
