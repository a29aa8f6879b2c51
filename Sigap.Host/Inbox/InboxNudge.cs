namespace Sigap.Host.Inbox;

/// <summary>Wakes this node's pump when something was put into the inbox here.</summary>
internal sealed class InboxNudge : IDisposable
{
    private readonly SemaphoreSlim _nudges = new(0);

    public void Now() => _nudges.Release();

    /// <summary>Returns at the next nudge, or when the time is up; nudges that came together are one.</summary>
    public async Task Wait(TimeSpan atMost, CancellationToken cancel)
    {
        if (await _nudges.WaitAsync(atMost, cancel))
        {
            while (_nudges.Wait(0, CancellationToken.None))
            {
            }
        }
    }

    public void Dispose() => _nudges.Dispose();
}
