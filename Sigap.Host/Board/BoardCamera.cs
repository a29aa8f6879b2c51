using Sigap.Content;
using Sigap.Kernel;
using Sigap.Pickup;

namespace Sigap.Host.Board;

/// <summary>Takes a shot of an office's hall. A day that does not answer gives the last that was heard of it.</summary>
internal sealed partial class BoardCamera(IPickupDesk desk, IContentSource content, TimeProvider time, ILogger<BoardCamera> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public Office? OfficeOf(string id) => content.Current.Offices.GetValueOrDefault(new OfficeId(id));

    /// <param name="last">What was heard of the day before.</param>
    public async Task<(BoardShot Shot, HallView? Hall)> Shoot(Office office, HallView? last, CancellationToken cancel)
    {
        var current = content.Current;

        // The file of an office can change while its board is on the wall.
        office = current.Offices.GetValueOrDefault(office.Id, office);
        var now = time.GetUtcNow();
        var day = new PickupDayId(office.Id, office.LocalDate(now));
        var heard = await Hear(day, cancel);
        var hall = heard ?? (last?.Day == day ? last : null);
        return (BoardShot.Of(BoardScene.Of(current, office, now, hall), heard is not null), hall);
    }

    private async Task<HallView?> Hear(PickupDayId day, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            return await desk.Ask(new GetHall(day), patience.Token) is PickupAnswer.Hall hall ? hall.View : null;
        }
        catch (Exception away) when (!cancel.IsCancellationRequested)
        {
            NotHeard(day.Value, away.GetType().Name);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The board hears nothing of {Day}: {Why}")]
    private partial void NotHeard(string day, string why);
}
