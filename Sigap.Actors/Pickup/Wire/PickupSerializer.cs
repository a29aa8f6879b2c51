using System.Collections.Frozen;
using Akka.Actor;
using Akka.Serialization;
using Google.Protobuf;
using Proto = Sigap.Pickup.Wire;

namespace Sigap.Pickup;

/// <summary>
/// Protobuf for everything a pickup day persists, is asked or answers. The manifests are in the journal: they never change.
/// </summary>
public sealed class PickupSerializer(ExtendedActorSystem system) : SerializerWithStringManifest(system)
{
    public const string ChangedManifest = "pickup.changed.1";
    public const string StateManifest = "pickup.state.1";
    public const string AnswerManifest = "pickup.answer.1";

    private static readonly WireForm[] Forms =
    [
        WireForm.Of<DayChanged>(ChangedManifest, DayChangeWire.ToWire, DayChangeWire.FromWire),
        WireForm.Of<PickupDay>(StateManifest, DayStateWire.ToWire, DayStateWire.FromWire),
        WireForm.Of<PickupAnswer>(AnswerManifest, AnswerWire.ToWire, AnswerWire.FromWire),
        WireForm.Of<PickupFailed>("pickup.failed.1", _ => new Proto.Failed(), _ => PickupFailed.Now),
        WireForm.Of<HoldPlaces>("pickup.hold.1", AskWire.ToWire, AskWire.HoldFromWire),
        WireForm.Of<ConfirmBooking>("pickup.confirm.1", AskWire.ToWire, AskWire.ConfirmFromWire),
        WireForm.Of<ChangeCollector>("pickup.collector.1", AskWire.ToWire, AskWire.ChangeFromWire),
        WireForm.Of<EndBooking>("pickup.end.1", AskWire.ToWire, AskWire.EndFromWire),
        WireForm.Of<JoinWaitlist>("pickup.join.1", AskWire.ToWire, AskWire.JoinFromWire),
        WireForm.Of<LeaveWaitlist>(
            "pickup.leave.1",
            leave => AskWire.ToWire(leave.Day, leave.Conversation),
            bytes => AskWire.OfConversation(bytes, (day, conversation) => new LeaveWaitlist(day, conversation))),
        WireForm.Of<ChangeHands>("pickup.hands.1", AskWire.ToWire, AskWire.HandsFromWire),
        WireForm.Of<ReviewDay>("pickup.review.1", review => AskWire.ToWire(review.Day), bytes => new ReviewDay(AskWire.OfDay(bytes))),
        WireForm.Of<TakeStock>("pickup.stock.1", AskWire.ToWire, AskWire.StockFromWire),
        WireForm.Of<GetFree>("pickup.get-free.1", AskWire.ToWire, AskWire.FreeFromWire),
        WireForm.Of<GetBooking>("pickup.get-booking.1", AskWire.ToWire, AskWire.BookingFromWire),
        WireForm.Of<GetBookings>("pickup.get-bookings.1", get => AskWire.ToWire(get.Day), bytes => new GetBookings(AskWire.OfDay(bytes))),
        WireForm.Of<GetWaitlistPlace>(
            "pickup.get-place.1",
            get => AskWire.ToWire(get.Day, get.Conversation),
            bytes => AskWire.OfConversation(bytes, (day, conversation) => new GetWaitlistPlace(day, conversation))),
        WireForm.Of<Arrive>("pickup.arrive.1", HallAskWire.ToWire, HallAskWire.ArriveFromWire),
        WireForm.Of<DrawTicket>("pickup.draw.1", HallAskWire.ToWire, HallAskWire.DrawFromWire),
        AtCounter("pickup.open.1", (day, request, counter) => new OpenCounter(day, request, counter)),
        AtCounter("pickup.close.1", (day, request, counter) => new CloseCounter(day, request, counter)),
        AtCounter("pickup.next.1", (day, request, counter) => new CallNext(day, request, counter)),
        WireForm.Of<CallTicket>("pickup.call.1", HallAskWire.ToWire, HallAskWire.CallFromWire),
        AtCounter("pickup.recall.1", (day, request, counter) => new Recall(day, request, counter)),
        AtCounter("pickup.aside.1", (day, request, counter) => new HoldTicket(day, request, counter)),
        WireForm.Of<Transfer>("pickup.transfer.1", HallAskWire.ToWire, HallAskWire.TransferFromWire),
        AtCounter("pickup.no-show.1", (day, request, counter) => new MarkNoShow(day, request, counter)),
        AtCounter("pickup.served.1", (day, request, counter) => new MarkServed(day, request, counter)),
        WireForm.Of<GetHall>("pickup.get-hall.1", get => AskWire.ToWire(get.Day), bytes => new GetHall(AskWire.OfDay(bytes))),
        WireForm.Of<GetTicket>("pickup.get-ticket.1", HallAskWire.ToWire, HallAskWire.TicketFromWire),
    ];

    private static readonly FrozenDictionary<string, WireForm> ByManifest = Forms.ToFrozenDictionary(form => form.Manifest);
    private static readonly FrozenDictionary<Type, WireForm> ByType = Forms.ToFrozenDictionary(form => form.Type);

    public override int Identifier => 1703;

    public override string Manifest(object o) => FormOf(o).Manifest;

    public override byte[] ToBinary(object obj) => Write(obj);

    public override object FromBinary(byte[] bytes, string manifest) => Read(bytes, manifest);

    public static byte[] Write(object obj) => FormOf(obj).Write(obj).ToByteArray();

    /// <summary>Needs no actor system: the projector and the tools read the journal with it.</summary>
    public static object Read(byte[] bytes, string manifest) => ByManifest.TryGetValue(manifest, out var form)
        ? form.Read(bytes)
        : throw new InvalidDataException($"Manifest '{manifest}' is not known here; it was written by a newer version of Sigap");

    private static WireForm AtCounter<T>(string manifest, Func<PickupDayId, ulong, int, T> make)
        where T : class, ICounterCommand =>
        WireForm.Of<T>(manifest, command => HallAskWire.ToWire(command), bytes => HallAskWire.AtCounter(bytes, make));

    private static WireForm FormOf(object o) => ByType.GetValueOrDefault(o is PickupAnswer ? typeof(PickupAnswer) : o.GetType())
        ?? throw new ArgumentException($"{o.GetType().Name} has no manifest in {nameof(PickupSerializer)}", nameof(o));
}
