using Sigap.Content;
using Sigap.Pickup;

namespace Sigap.Host.Board;

/// <summary>What a board shows at one moment. No personal data can be in it.</summary>
/// <param name="Hall">Null while the day was not heard yet.</param>
/// <param name="Closed">Null while the hall works.</param>
internal sealed record BoardScene(Office Office, DateOnly Today, HallView? Hall, BoardClosed? Closed)
{
    public static BoardScene Of(ContentSet content, Office office, DateTimeOffset now, HallView? hall)
    {
        var today = office.LocalDate(now);
        return new BoardScene(
            office,
            today,
            hall,
            IsQuiet(hall) && !Openings.IsWithinHours(content, office, now)
                ? new BoardClosed(Openings.Reason(content, office, today), Openings.Next(content, office, now))
                : null);
    }

    // Whoever is still in the hall after the last slot must find his number on the wall.
    private static bool IsQuiet(HallView? hall) =>
        hall is null || (hall.Waiting.Values.Sum() == 0 && hall.Counters.All(counter => counter is { IsOpen: false, Ticket: null }));
}

/// <param name="Reason">A holiday or closure; null at night and on weekends.</param>
/// <param name="Next">Null when the calendar knows none.</param>
internal sealed record BoardClosed(LocalizedText? Reason, Opening? Next);
