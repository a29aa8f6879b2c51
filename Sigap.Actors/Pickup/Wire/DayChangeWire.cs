using Sigap.Conversations;
using Sigap.Kernel;
using Proto = Sigap.Pickup.Wire;

namespace Sigap.Pickup;

/// <summary>The event of a pickup day, and the errands in it.</summary>
internal static class DayChangeWire
{
    public static Proto.DayChanged ToWire(DayChanged changed) => new()
    {
        AtMs = changed.At.ToWire(),
        Facts = { changed.Facts.Select(FactWire.ToWire) },
        Errands = { changed.Errands.Select(ToWire) },
        FirstErrand = changed.FirstErrand,
        Done = { changed.Done },
    };

    public static DayChanged FromWire(byte[] bytes)
    {
        var wire = Proto.DayChanged.Parser.ParseFrom(bytes);
        return new DayChanged(
            WireTime.FromWire(wire.AtMs),
            [.. wire.Facts.Select(FactWire.FromWire)],
            [.. wire.Errands.Select(FromWire)],
            wire.FirstErrand,
            [.. wire.Done]);
    }

    public static Proto.Errand ToWire(Errand errand) => errand switch
    {
        Errand.Tell e => new Proto.Errand
        {
            Tell = new Proto.Tell { To = e.To.Value, Notice = NoticeWire.ToWire(e.Notice), ValidUntilMs = e.ValidUntil.ToWire() },
        },
        Errand.End e => new Proto.Errand { End = new Proto.End { Booking = BookingWire.ToWire(e.Booking), Why = (int)e.Why } },
        Errand.Release e => new Proto.Errand
        {
            Release = new Proto.Release
            {
                Booking = BookingWire.ToWire(e.Booking),
                Applications = { WireValues.ToWire(e.Applications) },
                BackTo = WireValues.ToWire(e.BackTo),
            },
        },
        _ => throw new InvalidOperationException($"No wire form for errand {errand.GetType().Name}"),
    };

    public static Errand FromWire(Proto.Errand errand) => errand.KindCase switch
    {
        Proto.Errand.KindOneofCase.Tell => new Errand.Tell(
            new ConversationId(errand.Tell.To), NoticeWire.FromWire(errand.Tell.Notice), WireTime.FromWire(errand.Tell.ValidUntilMs)),
        Proto.Errand.KindOneofCase.End => new Errand.End(BookingWire.AtFromWire(errand.End.Booking), (BookingEnd)errand.End.Why),
        Proto.Errand.KindOneofCase.Release => new Errand.Release(
            BookingWire.AtFromWire(errand.Release.Booking),
            WireValues.Applications(errand.Release.Applications),
            WireValues.At(errand.Release.BackTo)),
        _ => throw new InvalidDataException($"Errand {(int)errand.KindCase} is not known here; it was written by a newer version"),
    };
}
