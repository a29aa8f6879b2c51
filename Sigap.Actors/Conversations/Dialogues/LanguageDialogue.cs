using Sigap.Kernel;

namespace Sigap.Conversations.Dialogues;

/// <summary>Indonesian or English.</summary>
internal static class LanguageDialogue
{
    private const string Question = "language.choose";
    private const string Changed = "language.changed";

    public static void Start(TurnDraft turn)
    {
        turn.Say(Question);
        turn.OfferOptionsOf(Question);
    }

    /// <summary>"English please" is done at once; "ganti bahasa", and the language spoken already, asks which.</summary>
    public static void Switch(TurnDraft turn, LanguageCode? wanted)
    {
        if (wanted is { } language && language != turn.Before.Language)
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

    /// <summary>The dialogue under way stays where it was; its question follows in the other language.</summary>
    private static void Speak(TurnDraft turn, LanguageCode language)
    {
        turn.Speak(language);
        turn.Say(Changed);
        turn.OfferOptionsOf("menu");
        OpenQuestion.Repeat(turn);
    }
}
