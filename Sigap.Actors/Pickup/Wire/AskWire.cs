using Google.Protobuf;
using Sigap.Conversations;
using Sigap.Kernel;
using Proto = Sigap.Pickup.Wire;

namespace Sigap.Pickup;

/// <summary>What is asked of a day about bookings and its waitlist.</summary>
internal static class AskWire
{
    public static IMessage ToWire(HoldPlaces hold)
    {
        var wire = new Proto.HoldPlaces
        {
            Day = hold.Day.Value,
            Request = hold.Request,
            Applications = { WireValues.ToWire(hold.Applications) },
            Priority = hold.Priority,
            Moves = WireValues.ToWire(hold.Moves),
        };
        if (hold.Conversation is { } conversation)
        {
            wire.Conversation = conversation.Value;
        }

        if (hold.Slot is { } slot)
        {
            wire.SlotS = BookingWire.ToWire(slot);
        }

        return wire;
    }

    public static HoldPlaces HoldFromWire(byte[] bytes)
    {
        var wire = Proto.HoldPlaces.Parser.ParseFrom(bytes);
        return new HoldPlaces(
            BookingWire.Day(wire.Day),
            wire.Request,
            WireValues.Conversation(wire.HasConversation, wire.Conversation),
            WireValues.Applications(wire.Applications),
            wire.HasSlotS ? BookingWire.Time(wire.SlotS) : null,
            wire.Priority,
            WireValues.At(wire.Moves));
    }

    public static IMessage ToWire(ConfirmBooking confirm) =>
        new Proto.Collecting { Day = confirm.Day.Value, Code = confirm.Code.Value, Collector = (int)confirm.Collector };

    public static ConfirmBooking ConfirmFromWire(byte[] bytes)
    {
        var wire = Proto.Collecting.Parser.ParseFrom(bytes);
        return new ConfirmBooking(BookingWire.Day(wire.Day), new BookingCode(wire.Code), (Collector)wire.Collector);
    }

    public static IMessage ToWire(ChangeCollector change) =>
        new Proto.Collecting { Day = change.Day.Value, Code = change.Code.Value, Collector = (int)change.Collector };

    public static ChangeCollector ChangeFromWire(byte[] bytes)
    {
        var wire = Proto.Collecting.Parser.ParseFrom(bytes);
        return new ChangeCollector(BookingWire.Day(wire.Day), new BookingCode(wire.Code), (Collector)wire.Collector);
    }

    public static IMessage ToWire(EndBooking end) =>
        new Proto.EndBooking { Day = end.Day.Value, Code = end.Code.Value, Why = (int)end.Why };

    public static EndBooking EndFromWire(byte[] bytes)
    {
        var wire = Proto.EndBooking.Parser.ParseFrom(bytes);
        return new EndBooking(BookingWire.Day(wire.Day), new BookingCode(wire.Code), (BookingEnd)wire.Why);
    }

    public static IMessage ToWire(JoinWaitlist join) => new Proto.JoinWaitlist
    {
        Day = join.Day.Value,
        Request = join.Request,
        Conversation = join.Conversation.Value,
        Applications = { WireValues.ToWire(join.Applications) },
        Priority = join.Priority,
    };

    public static JoinWaitlist JoinFromWire(byte[] bytes)
    {
        var wire = Proto.JoinWaitlist.Parser.ParseFrom(bytes);
        return new JoinWaitlist(
            BookingWire.Day(wire.Day),
            wire.Request,
            new ConversationId(wire.Conversation),
            WireValues.Applications(wire.Applications),
            wire.Priority);
    }

    public static IMessage ToWire(ChangeHands change) => new Proto.ChangeHands
    {
        Day = change.Day.Value,
        From = { change.From.Select(id => id.Value) },
        To = change.To.Value,
    };

    public static ChangeHands HandsFromWire(byte[] bytes)
    {
        var wire = Proto.ChangeHands.Parser.ParseFrom(bytes);
        return new ChangeHands(
            BookingWire.Day(wire.Day), [.. wire.From.Select(id => new ConversationId(id))], new ConversationId(wire.To));
    }

    public static IMessage ToWire(PickupDayId day, ConversationId conversation) =>
        new Proto.OfConversation { Day = day.Value, Conversation = conversation.Value };

    public static T OfConversation<T>(byte[] bytes, Func<PickupDayId, ConversationId, T> make)
    {
        var wire = Proto.OfConversation.Parser.ParseFrom(bytes);
        return make(BookingWire.Day(wire.Day), new ConversationId(wire.Conversation));
    }

    public static IMessage ToWire(PickupDayId day) => new Proto.OfDay { Day = day.Value };

    public static PickupDayId OfDay(byte[] bytes) => BookingWire.Day(Proto.OfDay.Parser.ParseFrom(bytes).Day);

    public static IMessage ToWire(TakeStock stock) => new Proto.TakeStock { Day = stock.Day.Value, Written = stock.Written };

    public static TakeStock StockFromWire(byte[] bytes)
    {
        var wire = Proto.TakeStock.Parser.ParseFrom(bytes);
        return new TakeStock(BookingWire.Day(wire.Day), wire.Written);
    }

    public static IMessage ToWire(GetFree free)
    {
        var wire = new Proto.GetFree { Day = free.Day.Value, Places = free.Places, Priority = free.Priority };
        if (free.Besides is { } besides)
        {
            wire.Besides = besides.Value;
        }

        return wire;
    }

    public static GetFree FreeFromWire(byte[] bytes)
    {
        var wire = Proto.GetFree.Parser.ParseFrom(bytes);
        return new GetFree(BookingWire.Day(wire.Day), wire.Places, wire.Priority, WireValues.Code(wire.HasBesides, wire.Besides));
    }

    public static IMessage ToWire(GetBooking booking) => new Proto.OfBooking { Day = booking.Day.Value, Code = booking.Code.Value };

    public static GetBooking BookingFromWire(byte[] bytes)
    {
        var wire = Proto.OfBooking.Parser.ParseFrom(bytes);
        return new GetBooking(BookingWire.Day(wire.Day), new BookingCode(wire.Code));
    }
}
