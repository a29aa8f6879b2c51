using System.Collections.Frozen;
using Sigap.Pickup;

namespace Sigap.Host.Api.Offices;

/// <summary>How a pickup day's refusal looks over HTTP. The code stays; programs may rely on it.</summary>
internal sealed record Refusal(int Status, string Code, string Title, string Remedy)
{
    public static readonly FrozenDictionary<PickupRefusal, Refusal> All = new Dictionary<PickupRefusal, Refusal>
    {
        [PickupRefusal.NotFound] = new(
            404, "not-found", "Not found",
            "There is none on this day, or it has ended. Look at the code or number and at date."),
        [PickupRefusal.Full] = new(
            409, "full", "No place left",
            "Choose another slot or day: GET days lists the free ones."),
        [PickupRefusal.NoSuchSlot] = new(
            422, "no-such-slot", "No such slot",
            "The office is closed then. GET days lists the slots."),
        [PickupRefusal.TooLate] = new(
            422, "too-late", "Too late",
            "The slot is over or begins too soon. Choose a later one."),
        [PickupRefusal.TooFarAhead] = new(
            422, "too-far-ahead", "Too far ahead",
            "Choose a day within the office's booking horizon."),
        [PickupRefusal.AlreadyBooked] = new(
            409, "already-booked", "Already booked",
            "One of the applications has a live booking, see other. Cancel that one first."),
        [PickupRefusal.TooMany] = new(
            422, "too-many", "Too many places",
            "Book fewer applications together."),
        [PickupRefusal.Lapsed] = new(
            409, "lapsed", "No longer held",
            "The places were not confirmed in time. Book again with a new Idempotency-Key."),
        [PickupRefusal.NotFull] = new(
            409, "not-full", "Places are free",
            "Book one of them."),
        [PickupRefusal.NoWalkIns] = new(
            409, "no-walk-ins", "No more walk-ins today",
            "Offer a booking for another day: GET days lists the free ones."),
        [PickupRefusal.NoSuchCounter] = new(
            409, "no-such-counter", "Counter not open",
            "The office has no counter of this number, or it is closed: open it first."),
        [PickupRefusal.CounterFree] = new(
            409, "counter-free", "Nobody at the counter",
            "Call the next ticket first."),
        [PickupRefusal.CounterBusy] = new(
            409, "counter-busy", "Counter busy",
            "Finish its ticket first: served, no-show, hold or transfer."),
        [PickupRefusal.NotToday] = new(
            422, "not-today", "Not now",
            "The hall does this on the day of the booking and within its hours only."),
        [PickupRefusal.NotAvailable] = new(
            503, "not-available", "Not available now",
            "Whether it was done is not known. Repeat it with the same Idempotency-Key."),
    }.ToFrozenDictionary();

    public static IResult Problem(PickupAnswer.Refused refused)
    {
        var refusal = All[refused.Why];
        return OfficeProblems.Problem(
            refusal.Status, refusal.Code, refusal.Title, refusal.Remedy,
            refused.Other is { } other ? new Dictionary<string, object?> { ["other"] = OtherBookingJson.From(other) } : null);
    }
}
