using Sigap.Content;
using Sigap.Host.StartPage;
using Sigap.Pickup;

namespace Sigap.Host.Board;

/// <summary>The boards of all offices, with today's code at the door.</summary>
internal sealed class BoardLinks(IContentSource content, IDoorCodes codes, TimeProvider time) : IBoardLinks
{
    public IReadOnlyList<BoardLink> Today() =>
    [
        .. content.Current.Offices.Values.OrderBy(office => office.Id.Value, StringComparer.Ordinal).Select(office => new BoardLink(
            $"/board/{office.Id.Value}",
            office.ShortName.Indonesian,
            office.ShortName.English,
            codes.For(new PickupDayId(office.Id, office.LocalDate(time.GetUtcNow()))))),
    ];
}
