using Sigap.Kernel;

namespace Sigap.Conversations.Dialogues;

/// <summary>Indonesian or English.</summary>
internal static class LanguageDialogue
{
    private const string Question = "language.choose";

    public static void Start(TurnDraft turn)
    {
        turn.Enter(Step.Idle.Here);
        turn.Say(Question);
        turn.OfferOptionsOf(Question);
    }

    /// <summary>"English please" is done at once; "ganti bahasa" asks which.</summary>
    public static void Switch(TurnDraft turn, LanguageCode? wanted)
    {
        if (wanted is { } language)
        {
            Speak(turn, language);
        }
        else
        {
            Start(turn);
        }
    }

    public static bool Choose(TurnDraft turn, string option)
    {
        if (LanguageCodes.Parse(option) is not { } language)
        {
            return false;
        }

        Speak(turn, language);
        return true;
    }

    /// <summary>The dialogue under way stays where it was; its question is not repeated in the other language.</summary>
    private static void Speak(TurnDraft turn, LanguageCode language)
    {
        turn.Speak(language);
        MenuDialogue.SayAboveMenu(turn, "language.changed");
    }
}
