using System.Collections.Immutable;
using Sigap.Pickup;

namespace Sigap.Content;

/// <summary>What the dialogues about collecting a passport by appointment say by name.</summary>
internal static class PickupNodes
{
    private const string LongDate = "Selasa, 30 September 2026";
    private const string LongMoment = "Selasa, 30 September 2026 pukul 08.00 WITA";
    private const string Masked = "1106 •••• •••• 3456";
    private const string Code = "K7M4QX";
    private const string Ticket = "A-0999";

    /// <summary>As many passports as offices usually let one phone book.</summary>
    private static readonly string LongPassports =
        string.Join('\n', Enumerable.Repeat($"- {Masked} (M. A. B. S.)", PickupRules.Usual.PlacesPerPhone));

    private static readonly string LongSeats =
        string.Join('\n', Enumerable.Repeat($"- 10.00 WITA: {Masked} (M. A. B. S.)", PickupRules.Usual.PlacesPerPhone));

    public static readonly ImmutableArray<ContentKey> Keys =
    [
        ContentKey.Of("status.can-book"),

        // Booking a time to collect
        ContentKey.Of("booking.prove"),
        ContentKey.Of("booking.prove-family"),
        ContentKey.Of("booking.prove-again", ("number", Masked)),
        ContentKey.Of("booking.not-ready"),
        ContentKey.Of("booking.party", ("seats", LongPassports)),
        ContentKey.Of("booking.party-full", ("most", "10")),
        ContentKey.Of("booking.pause", ("count", "10"), ("date", LongDate)),
        ContentKey.Of("booking.day", ("count", "10")),
        ContentKey.Of("booking.closed-day", ("date", LongDate), ("last", LongDate)),
        ContentKey.Of("booking.no-days"),
        ContentKey.Of("booking.day-full", ("date", LongDate)),
        ContentKey.Of("booking.time", ("date", LongDate)),
        ContentKey.Of("booking.slot-gone"),
        ContentKey.Of("booking.held", ("date", LongDate), ("seats", LongSeats), ("until", "23.59 WITA")),
        ContentKey.Of("booking.held-move", ("date", LongDate), ("seats", LongSeats), ("until", "23.59 WITA")),
        ContentKey.Of("booking.confirmed", ("date", LongDate), ("seats", LongSeats), ("code", Code), ("papers", "")),
        ContentKey.Of("booking.moved", ("date", LongDate), ("seats", LongSeats), ("code", Code), ("papers", "")),
        ContentKey.Of("booking.show", ("date", LongDate), ("seats", LongSeats), ("code", Code), ("papers", "")),
        ContentKey.Of("booking.lapsed"),
        ContentKey.Of("booking.lapsed-move"),
        ContentKey.Of("booking.abandoned"),
        ContentKey.Of("booking.already", ("when", LongMoment), ("code", Code)),
        ContentKey.Of("booking.taken", ("date", LongDate), ("code", Code)),
        ContentKey.Of("booking.too-many", ("most", "10")),
        ContentKey.Of("booking.not-available"),
        ContentKey.Of("booking.none"),
        ContentKey.Of("booking.gone", ("date", LongDate), ("code", Code)),
        ContentKey.Of("booking.which"),
        ContentKey.Of("booking.moving", ("when", LongMoment)),
        ContentKey.Of("booking.ask-cancel", ("when", LongMoment), ("code", Code)),
        ContentKey.Of("booking.kept"),
        ContentKey.Of("booking.ended", ("code", Code)),
        ContentKey.Of("booking.ask-collector"),
        ContentKey.Of("booking.collector-changed", ("papers", "")),

        // Waiting for a place on a full day
        ContentKey.Of("waitlist.full", ("date", LongDate), ("waiting", "999")),
        ContentKey.Of("waitlist.not-full"),
        ContentKey.Of("waitlist.joined", ("date", LongDate), ("place", "999"), ("minutes", "10")),
        ContentKey.Of("waitlist.show", ("date", LongDate), ("place", "999"), ("of", "999")),
        ContentKey.Of("waitlist.closed", ("date", LongDate)),
        ContentKey.Of("waitlist.left"),
        ContentKey.Of("waitlist.declined"),
        ContentKey.Of("waitlist.offer-over"),

        // On the day, in the hall
        ContentKey.Of("queue.ask-code"),
        ContentKey.Of("queue.wrong-code", ("left", "3")),
        ContentKey.Of("queue.use-kiosk", ("code", Code)),
        ContentKey.Of("queue.no-booking"),
        ContentKey.Of("queue.closed"),
        ContentKey.Of("queue.arrived", ("ticket", Ticket)),
        ContentKey.Of("queue.arrived-early", ("ticket", Ticket), ("time", "23.59 WITA")),
        ContentKey.Of("queue.arrived-late", ("ticket", Ticket), ("time", "23.59 WITA"), ("minutes", "60"), ("behind", "10")),
        ContentKey.Of("queue.arrived-missed", ("ticket", Ticket), ("time", "23.59 WITA"), ("minutes", "60")),
        ContentKey.Of("queue.place", ("serving", Ticket), ("ticket", Ticket), ("ahead", "999"), ("from", "999"), ("to", "999")),
        ContentKey.Of("queue.place-first", ("ticket", Ticket), ("ahead", "999"), ("from", "999"), ("to", "999")),
        ContentKey.Of("queue.called", ("ticket", Ticket), ("counter", "99")),
        ContentKey.Of("queue.on-hold", ("ticket", Ticket)),
        ContentKey.Of("queue.over", ("ticket", Ticket)),
        ContentKey.Of("queue.not-drawn"),
        ContentKey.Of("queue.no-ticket"),

        // Reminders, and the visit
        ContentKey.Of("reminders.stopped"),
        ContentKey.Of("reminders.resumed"),
        ContentKey.Of("rating.thanks"),
        ContentKey.Of("rating.sorry"),
    ];

    /// <summary>What the collector of a booking must bring: of each kind, and for a child besides.</summary>
    public static readonly ImmutableArray<string> PapersToBring =
        ["booking.papers.applicant", "booking.papers.family", "booking.papers.proxy", "booking.papers.child"];

    public static readonly ImmutableArray<ContentKey> Phrases =
    [
        .. PapersToBring.Select(id => ContentKey.Of(id)),
        ContentKey.Of("booking.row-day", ("time", "10.00"), ("places", "999")),
        ContentKey.Of("booking.row-full", ("waiting", "999")),
        ContentKey.Of("booking.row-time", ("places", "999")),
        ContentKey.Of("option.other-days"),
        ContentKey.Of("option.other-times"),
        ContentKey.Of("option.other-day"),
    ];

    /// <summary>Where <c>@pickup:…</c> may lead.</summary>
    public static readonly ImmutableArray<string> Arguments =
        ["book", "another", "show", "move", "cancel", "collector", "leave", "arrive", "queue"];

    public static string ArgumentNames => string.Join(", ", Arguments.Select(argument => $"@pickup:{argument}"));

    /// <summary>Their options are handled by the dialogue itself.</summary>
    public static readonly ImmutableArray<string> AnsweredByDialogue =
    [
        "booking.party", "booking.held", "booking.held-move", "booking.ask-cancel", "booking.ask-collector", "booking.day-full",
        "waitlist.full",
    ];
}
