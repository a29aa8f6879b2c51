using System.Collections.Immutable;
using Sigap.Content;
using Sigap.Language;

namespace Sigap.Conversations.Dialogues;

/// <summary>A text that belongs to no open dialogue: what is it about?</summary>
internal static class NewSubject
{
    public const string AlsoAsked = "also-asked";

    private const string NoneOfThese = "none-of-these";

    /// <summary>Moving the appointment in M-Paspor; who has one for collecting means that one.</summary>
    private const string Reschedule = "about.reschedule";

    public static void Take(TurnDraft turn)
    {
        var reading = turn.Input.Reading!;
        if (SpeaksOfNumber(reading) || StatusDialogue.HasOnlyBirthDate(turn))
        {
            StatusDialogue.Start(turn);
            return;
        }

        if (reading.Rival is { } rival && turn.Step is not Step.Clarifying && OptionFor(reading.Intent) != OptionFor(rival))
        {
            AskWhich(turn, reading.Intent, rival);
            return;
        }

        AnswerTo(turn, reading.Intent, reading.Topic);
        if (reading.AlsoAsked is { } also)
        {
            AnswerAlso(turn, reading.Intent, also);
        }
    }

    /// <summary>
    /// A number with little around it is a question about the application. What no other subject has (a passport number, an
    /// NTPN) counts even when the words around it were not understood at all.
    /// </summary>
    private static bool SpeaksOfNumber(Reading reading) => StatusDialogue.NumberIn(reading) is { } number && reading.Intent switch
    {
        Intent.Unknown or Intent.Status or Intent.Greeting or Intent.Thanks or Intent.Yes => true,
        Intent.OutOfScope or Intent.Menu => number.Kind is not (NumberKind.Phone or NumberKind.Fragment or NumberKind.TooLong),
        _ => false,
    };

    /// <summary>The answer to "Maksud Anda …?".</summary>
    public static bool Clarified(TurnDraft turn, string option)
    {
        if (option == NoneOfThese)
        {
            MenuDialogue.ShowMenu(turn);
            return true;
        }

        return false;
    }

    private static void AskWhich(TurnDraft turn, Intent one, Intent other)
    {
        turn.Enter(new Step.Clarifying(one, other));
        turn.Say("clarify");
        turn.Offer(
            new Offer("menu", OptionFor(one)!),
            new Offer("menu", OptionFor(other)!),
            new Offer("clarify", NoneOfThese));
    }

    private static void AnswerTo(TurnDraft turn, Intent intent, string? topic)
    {
        if (topic == Reschedule && MyBookings.HasAny(turn))
        {
            MyBookings.Change(turn, MyBookings.Move);
            return;
        }

        if (topic is not null && FollowTopic(turn, topic))
        {
            return;
        }

        switch (intent)
        {
            case Intent.Status: StatusDialogue.Start(turn); break;
            case Intent.Payment: MenuDialogue.Show(turn, "payment"); break;
            case Intent.Requirements: MenuDialogue.Show(turn, "requirements"); break;
            case Intent.PickupQueue: MenuDialogue.Show(turn, "pickup"); break;
            case Intent.OfficeHours: MenuDialogue.Show(turn, "office"); break;
            case Intent.FeedbackCompliment: FeedbackDialogue.Hear(turn, FeedbackCategory.Compliment); break;
            case Intent.FeedbackComplaint: FeedbackDialogue.Hear(turn, FeedbackCategory.Complaint); break;
            case Intent.Human: OfficerDialogue.Start(turn); break;
            case Intent.Greeting: Greet(turn); break;
            case Intent.Thanks: Thank(turn); break;
            case Intent.OutOfScope: MenuDialogue.SayAboveMenu(turn, "out-of-scope"); break;
            default: NotUnderstood(turn); break;
        }
    }

    /// <summary>A topic is a node, or a dialogue with an argument: <c>@requirements:child</c>.</summary>
    private static bool FollowTopic(TurnDraft turn, string topic)
    {
        if (!topic.StartsWith('@') && turn.Around.Content.Node(turn.Language, turn.Around.Office.Id, topic) is null)
        {
            return false;
        }

        MenuDialogue.Follow(turn, new Option("topic", "", null, topic));
        return true;
    }

    private static void Greet(TurnDraft turn)
    {
        if (turn.Before.IsNew)
        {
            MenuDialogue.ShowMenu(turn);
            return;
        }

        turn.Say("welcome");
        MenuDialogue.ShowMenu(turn);
    }

    private static void Thank(TurnDraft turn)
    {
        turn.Enter(Step.Idle.Here);
        turn.Say("thanks");
        turn.OfferOptionsOf("thanks");
    }

    private static void NotUnderstood(TurnDraft turn)
    {
        if (turn.Before.IsNew)
        {
            MenuDialogue.ShowMenu(turn);
            return;
        }

        MenuDialogue.SayAboveMenu(turn, "not-understood");
    }

    /// <summary>
    /// A second question is answered too where its answer is a text and the options of both fit below; otherwise it is mentioned,
    /// with its option.
    /// </summary>
    private static void AnswerAlso(TurnDraft turn, Intent first, Intent also)
    {
        if (OptionFor(also) is not { } option || option == OptionFor(first))
        {
            return;
        }

        var firstIsText = turn.Step is Step.Idle;
        var node = turn.Around.Content.Node(turn.Language, turn.Around.Office.Id, "menu")?
            .Options.FirstOrDefault(candidate => candidate.Id == option)?.Goto;
        if (firstIsText && node is not null && !node.StartsWith('@'))
        {
            ImmutableArray<Offer> both = [.. turn.Offered, .. turn.OptionsOf(node).Where(candidate => !LeadsToMenu(turn, candidate))];
            if (both.Length <= WhatsAppLimits.Rows)
            {
                turn.Say(node);
                turn.Offer(both);
                return;
            }
        }

        turn.Say(AlsoAsked, ("topic", turn.Phrase($"topic.{TopicName(also)}")));
        turn.Offer([.. turn.Offered.Take(WhatsAppLimits.Rows - 1), new Offer("menu", option)]);
    }

    private static bool LeadsToMenu(TurnDraft turn, Offer offer) =>
        turn.Around.Content.Node(turn.Language, turn.Around.Office.Id, offer.Node)?
            .Options.FirstOrDefault(option => option.Id == offer.Option)?.Goto == "@menu";

    private static string TopicName(Intent intent) =>
        intent is Intent.FeedbackCompliment or Intent.FeedbackComplaint ? "feedback" : intent.Name();

    /// <summary>The row of the menu that stands for an intent.</summary>
    private static string? OptionFor(Intent intent) => intent switch
    {
        Intent.Status => "status",
        Intent.Payment => "payment",
        Intent.Requirements => "requirements",
        Intent.PickupQueue => "pickup",
        Intent.OfficeHours => "office",
        Intent.FeedbackCompliment or Intent.FeedbackComplaint => "feedback",
        Intent.Human => "officer",
        Intent.LanguageSwitch => "language",
        _ => null,
    };
}
