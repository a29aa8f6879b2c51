using System.Collections.Immutable;
using Sigap.Applications;

namespace Sigap.Content;

/// <summary>
/// Everything the dialogues say by name. The content check demands each of them in every language, fills the variables with
/// these longest values, and takes the nodes as the roots from which all others must be reachable.
/// </summary>
public static class ContentKeys
{
    private const string LongDate = "Selasa, 30 September 2026";
    private const string LongMoment = "Selasa, 30 September 2026 pukul 08.00 WITA";
    private const string Reference = "S-261130-K7M4QX";
    private const string LongTopic = "Persyaratan paspor";
    private const string LongStanding = "Saat ini kami menunggu pilihan Anda untuk perubahan jadwal pengambilan paspor.";

    public static readonly ImmutableArray<ContentKey> Nodes =
    [
        // The frame of every conversation
        ContentKey.Of("welcome"),
        ContentKey.Of("menu"),
        ContentKey.Of("not-understood"),
        ContentKey.Of("clarify"),
        ContentKey.Of("also-asked", ("topic", LongTopic)),
        ContentKey.Of("session-expired"),
        ContentKey.Of("stale-menu"),
        ContentKey.Of("paused", ("minutes", "10")),
        ContentKey.Of("thanks"),
        ContentKey.Of("cancelled"),
        ContentKey.Of("nothing-to-cancel"),
        ContentKey.Of("failed"),
        ContentKey.Of("out-of-scope"),

        // What came late
        ContentKey.Of("late.apology"),
        ContentKey.Of("late.not-done"),
        ContentKey.Of("late.overtaken"),
        ContentKey.Of("late.standing", ("where", LongStanding)),

        // What is not text
        ContentKey.Of("media.image"),
        ContentKey.Of("media.video"),
        ContentKey.Of("media.voice"),
        ContentKey.Of("media.audio"),
        ContentKey.Of("media.document"),
        ContentKey.Of("media.sticker"),
        ContentKey.Of("location"),
        ContentKey.Of("contacts"),
        ContentKey.Of("unsupported"),
        ContentKey.Of("edited"),

        // Language
        ContentKey.Of("language.choose"),
        ContentKey.Of("language.changed"),

        // Requirements
        ContentKey.Of("requirements"),
        ContentKey.Of("requirements.checklist", ("title", "Anak berkewarganegaraan ganda"), ("items", ""), ("notes", "")),

        // Payment, pickup, office
        ContentKey.Of("payment"),
        ContentKey.Of("pickup"),
        ContentKey.Of("office"),
        ContentKey.Of("about"),

        // Status
        ContentKey.Of("status.ask-number"),
        ContentKey.Of("status.half-number", ("count", "15"), ("missing", "10")),
        ContentKey.Of("status.wrong-length", ("count", "30")),
        ContentKey.Of("status.is-population-number"),
        ContentKey.Of("status.is-billing-code"),
        ContentKey.Of("status.is-ntpn"),
        ContentKey.Of("status.is-passport-number"),
        ContentKey.Of("status.is-phone"),
        ContentKey.Of("status.which-number"),
        ContentKey.Of("status.other-office", ("code", "1106")),
        ContentKey.Of("status.ask-birth-date", ("number", "1106 •••• •••• 3456")),
        ContentKey.Of("status.birth-date-unclear"),
        ContentKey.Of("status.no-match", ("left", "4")),
        ContentKey.Of("status.locked-phone", ("time", "23.59 WITA")),
        ContentKey.Of("status.locked-application", ("time", "23.59 WITA")),
        ContentKey.Of("status.not-available"),
        ContentKey.Of("status.result", ("number", "1106 •••• •••• 3456"), ("initials", "M. A. B. S."), ("stage", ""),
            ("meaning", ""), ("next", ""), ("since", LongDate), ("as_of", LongMoment)),

        // Collecting by appointment
        .. PickupNodes.Keys,

        // Compliments and comments
        ContentKey.Of("feedback.ask-category"),
        ContentKey.Of("feedback.ask-text"),
        ContentKey.Of("feedback.ask-rating"),
        ContentKey.Of("feedback.stored", ("reference", Reference)),
        ContentKey.Of("feedback.stored-complaint", ("reference", Reference)),
        ContentKey.Of("feedback.finished"),

        // Talk to an officer
        ContentKey.Of("officer.ask-question"),
        ContentKey.Of("officer.stored-open", ("reference", Reference)),
        ContentKey.Of("officer.stored-closed", ("reference", Reference), ("opens", LongMoment)),

        // Told unasked
        .. NoticeNodes.Keys,
    ];

    /// <summary>Where an applicant may stand.</summary>
    private static readonly string[] Standings =
    [
        "menu", "requirements", "number", "birth-date", "feedback", "rating", "officer", "door-code", "booking", "hold", "hold-over", "change",
    ];

    public static readonly ImmutableArray<ContentKey> Phrases =
    [
        .. Stages.All.Select(stage => ContentKey.Of($"stage.{stage.Name()}.label")),
        .. Stages.All.Select(stage => ContentKey.Of($"stage.{stage.Name()}.meaning")),
        .. Stages.All.Select(stage => ContentKey.Of($"stage.{stage.Name()}.next", ("date", LongDate), ("days", "30"))),
        .. Stages.All.Select(stage => ContentKey.Of($"stage.{stage.Name()}.overdue", ("date", LongDate), ("days", "30"))),
        .. PickupNodes.Phrases,
        .. Standings.Select(step => ContentKey.Of($"late.at.{step}")),
        ContentKey.Of("topic.status"),
        ContentKey.Of("topic.payment"),
        ContentKey.Of("topic.requirements"),
        ContentKey.Of("topic.pickup_queue"),
        ContentKey.Of("topic.feedback"),
        ContentKey.Of("topic.office_hours"),
        ContentKey.Of("topic.human"),
        ContentKey.Of("option.menu"),
        ContentKey.Of("option.yes"),
        ContentKey.Of("option.no"),
        ContentKey.Of("option.none-of-these"),
        ContentKey.Of("option.skip"),
        ContentKey.Of("list.button"),
        ContentKey.Of("digits.hint"),
    ];

    /// <summary>Dialogues an option may lead to: <c>@status</c>, <c>@requirements:renewal</c>.</summary>
    public static readonly ImmutableHashSet<string> Dialogues =
        ["status", "requirements", "feedback", "officer", "language", "menu", "pickup"];

    /// <summary>Options of these nodes are handled by a dialogue of the same first name, so they lead nowhere by themselves.</summary>
    public static readonly ImmutableHashSet<string> AnsweredByDialogue =
        ["language.choose", "feedback.ask-category", "feedback.ask-rating", "status.which-number", .. PickupNodes.AnsweredByDialogue,
         NoticeNodes.PlaceOffered, NoticeNodes.Served];

    /// <summary>Numbers the dialogues calculate with; the content check demands each in <c>config/facts.yaml</c>.</summary>
    public static readonly ImmutableArray<string> Facts =
    [
        "issue-working-days", "tracking-delay-hours", "collection-days", "counter-payment-days", "mpaspor-payment-hours",
    ];
}
