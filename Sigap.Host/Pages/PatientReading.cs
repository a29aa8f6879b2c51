using System.Threading.Channels;

namespace Sigap.Host.Pages;

/// <summary>Waits for what a page is to hear next, but not for ever: a line on which nothing happens needs a beat.</summary>
internal static class PatientReading
{
    /// <returns>Null when nothing came in time.</returns>
    /// <exception cref="ChannelClosedException">Nothing more will come.</exception>
    public static async Task<T?> ReadWithin<T>(this ChannelReader<T> reader, TimeSpan patience, TimeProvider time, CancellationToken cancel)
        where T : class
    {
        if (reader.TryRead(out var ready))
        {
            return ready;
        }

        using var limit = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        try
        {
            return await reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return null;
        }
    }
}
