using System.Collections.Immutable;
using Sigap.Content;
using Sigap.Conversations;
using Sigap.Kernel;
using Sigap.Language;
using Sigap.Pickup;
using Sigap.Transport;

namespace Sigap.Tests.Wire;

/// <summary>At least one sample of everything with a wire form, every case of every union among them. Only ever added to.</summary>
internal static class WireSamples
{
    private static readonly DateTimeOffset At = new(2026, 11, 24, 2, 0, 0, 250, TimeSpan.Zero);
    private static readonly ConversationId Conversation = new("109000000000001.AAECAwQFBgcICQoLDA0O");
    private static readonly BusinessNumberId Business = new("109000000000001");
    private static readonly Applicant Both = Applicant.From("6281200000001", "ID.10210000000000000001")!;
    private static readonly Applicant ScopedOnly = Applicant.From(null, "ID.10210000000000000002")!;
    private static readonly ApplicationNumber Number = ApplicationNumber.Parse("1106000000123456")!.Value;

    private static readonly ImmutableArray<Step> Steps =
    [
        Step.Idle.Here,
        new Step.Clarifying(Intent.Payment, Intent.PickupQueue),
        new Step.AskingRequirements("new-adult", ImmutableSortedDictionary<string, bool>.Empty.Add("had-passport", true).Add("name-changed", false)),
        new Step.AwaitingNumber("1106000000", SurelyApplication: true),
        new Step.AwaitingBirthDate(Number),
        Step.AwaitingFeedbackCategory.Here,
        new Step.AwaitingFeedbackText(FeedbackCategory.Complaint),
        new Step.AwaitingRating("S-261124-K7M4QX"),
        Step.AwaitingOfficerQuestion.Here,
    ];

    private static readonly Reply SomeReply = new(
        [new Part("welcome", ImmutableSortedDictionary<string, string>.Empty), new Part("status.no-match", ImmutableSortedDictionary<string, string>.Empty.Add("left", "4"))],
        [new Offer("menu", "status"), new Offer("clarify", "none-of-these", "Bukan keduanya", "Kembali ke menu")]);

    private static readonly ImmutableArray<TurnFact> Facts =
    [
        new TurnFact.ApplicantSeen(Both),
        new TurnFact.LanguageChosen(LanguageCode.English),
        .. Steps.Select(step => new TurnFact.StepEntered(step)),
        new TurnFact.Shown("payment", 2),
        new TurnFact.ProofFailed(),
        new TurnFact.LookupsLocked(At.AddHours(1)),
        new TurnFact.Paused(At.AddMinutes(10)),
        new TurnFact.FeedbackGiven("S-261124-K7M4QX", FeedbackCategory.Suggestion, "kursi tunggu ditambah"),
        new TurnFact.FeedbackRated("S-261124-K7M4QX", 4),
        new TurnFact.OfficerAsked("S-261124-K7M4QX", "apakah bisa diwakilkan?"),
    ];

    private static readonly ImmutableArray<InboundContent> Contents =
    [
        new InboundContent.Text("halo"),
        new InboundContent.Text(""),
        new InboundContent.Tap("0a1b2c3d|menu|status", "Cek status"),
        new InboundContent.Media(MediaKind.Image, "KTP"),
        new InboundContent.Media(MediaKind.Voice),
        new InboundContent.Location(),
        new InboundContent.Contacts(Requested: true),
        new InboundContent.Contacts(),
        new InboundContent.Reaction("👍"),
        new InboundContent.Reaction(null),
        new InboundContent.Edit(new MessageId("wamid.A"), "jam tutup"),
        new InboundContent.Edit(null, null),
        new InboundContent.Revoke(new MessageId("wamid.A")),
        new InboundContent.Welcome(),
        new InboundContent.IdentityChange("6281200000099", null),
        new InboundContent.Unsupported("poll"),
        new InboundContent.Unsupported(null),
    ];

    public static ImmutableArray<object> All =>
    [
        new TurnTaken(0x0102030405060708, At, At.AddSeconds(-2), "0a1b2c3d", "halo", LanguageCode.Indonesian, Facts, [SomeReply], 7),
        new TurnTaken(1, At, At, "0a1b2c3d", null, LanguageCode.English, [], [], 1),
        new ReplySettled(7, At, Settlement.Accepted, Accepted: 0xF0E0D0C0B0A09080),
        new ReplySettled(8, At, Settlement.GivenUp, Code: 131026),
        new ReplySettled(9, At, Settlement.WindowClosed),
        new ReplySettled(10, At, Settlement.Expired),
        new ReplySettled(11, At, Settlement.Accepted, Accepted: 0xF0E0D0C0B0A09080, PossiblyTwice: true),
        .. NoticeSamples.All.Select(notice => new NoticeTaken(
            0x1112131415161718, At, "0a1b2c3d", LanguageCode.English, notice, SomeReply, At.AddHours(3), Lane.Bulk, 11)),
        Sigap.Conversations.Conversation.Origin,
        State(),
        State() with
        {
            Notices = RecentMessages.None.With(3, At),
            Owed = [new OwedReply(8, SomeReply, LanguageCode.Indonesian, At, At.AddHours(1), Lane.Notice)],
        },
        .. Contents.Select(content => new Hear(Conversation, Message(content))),
        new Hear(Conversation, Message(new InboundContent.Text("hi")) with { From = ScopedOnly, ProfileName = "Budi", InReplyTo = new MessageId("wamid.B") }),
        Heard.Now,
        Heard.Before,
        CommandFailed.Now,
        new Wake(Conversation),
        new ReplyOutcome(Conversation, 7, new SendVerdict.Accepted(0xF0E0D0C0B0A09080)),
        new ReplyOutcome(Conversation, 7, new SendVerdict.GivenUp(131026)),
        new ReplyOutcome(Conversation, 7, new SendVerdict.Later(TimeSpan.FromSeconds(4))),
        new ReplyOutcome(Conversation, 7, new SendVerdict.Unknown(TimeSpan.FromSeconds(4), IsLast: true)),
        .. NoticeSamples.All.Select(notice => new Notify(Conversation, 0x1112131415161718, notice, At.AddHours(3))),
        Notified.Now,
        Notified.Before,
        .. PickupSamples.All,
        new Deliver(Conversation, 7, 0, Outgoing(new OutboundBody.Plain("Terima kasih."))),
        new Deliver(Conversation, 8, 2, Outgoing(new OutboundBody.Buttons("Lanjut?", [new OutboundOption("v|n|yes", "Ya")]) { Header = "Sigap", Footer = "menu" })),
        new Deliver(Conversation, 9, 1, Outgoing(new OutboundBody.List("Pilih", "Menu", [new OutboundOption("v|n|a", "A", "Anu")])) with { To = ScopedOnly }),
        new Deliver(Conversation, 10, 0, Outgoing(new OutboundBody.Template(
            "Pukul 09.00 WIB.", "sigap_booking_today", LanguageCode.Indonesian, ["09.00 WIB"], [new OutboundOption("v|n|show", "Lihat")])), Lane.Bulk),
        new Hurry(Conversation, 10, Lane.Reply),
        new ShowRead(Business, new MessageId("wamid.A"), Typing: true),
        new TurnTaken(2, At, At, "0a1b2c3d", "besok jam 10", LanguageCode.Indonesian, PickupFileSamples.Facts, [], 1),
        PickupFileSamples.State,
        PickupFailed.Now,
        new Wake(Conversation, 7),
        .. TransportSamples.All,
    ];

    private static InboundMessage Message(InboundContent content) => new(new MessageId("wamid.A"), Business, Both, At.AddSeconds(-2), At, content);

    private static OutboundMessage Outgoing(OutboundBody body) => new(Business, Both, body, $"{Conversation.Value}:7:0");

    private static Conversation State() => new()
    {
        Applicant = Both,
        Language = LanguageCode.English,
        Step = new Step.AwaitingBirthDate(Number),
        Offered = SomeReply.Options,
        Trail = ["menu", "payment"],
        Recent = RecentMessages.None.With(1, At).With(2, At.AddSeconds(1)),
        LastHeardAt = At,
        WindowUntil = At.AddDays(1),
        Loop = LoopGuard.Calm.After(At, "halo").After(At.AddSeconds(1), "halo"),
        Lookups = LookupGuard.Locked(At.AddHours(1)).WithWrong(At),
        Owed = [new OwedReply(7, SomeReply, LanguageCode.English, At)],
        LastReply = 7,
    };
}
