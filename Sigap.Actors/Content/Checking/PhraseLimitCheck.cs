using Sigap.Content.Loading;
using Sigap.Kernel;

namespace Sigap.Content.Checking;

/// <summary>Phrases that become titles of buttons fit there; all others fit into a bubble with room for what surrounds them.</summary>
internal static class PhraseLimitCheck
{
    public const int MostHint = 200;

    private const int MostLine = 1000;

    public static void Run(Draft draft, LanguageCode language, IReadOnlyList<LongestValues> offices)
    {
        foreach (var phrase in draft.Phrases.Where(phrase => phrase.Language == language))
        {
            var most = Most(phrase.Id);
            var worst = offices
                .Where(value => phrase.Office is null || phrase.Office == value.Office.Id)
                .Select(value => (value.InPhrase(phrase.Id, phrase.Text).Length, value.Office.Id))
                .OrderByDescending(measured => measured.Length)
                .FirstOrDefault();

            if (worst.Length > most)
            {
                draft.Findings.Error(phrase.Place, TooLong.Message($"the phrase '{phrase.Id}'", worst.Length, most, phrase.Text, worst.Id));
            }
        }
    }

    private static int Most(string id) => id switch
    {
        "list.button" => WhatsAppLimits.ListButton,
        "digits.hint" => MostHint,
        _ when id.StartsWith("option.", StringComparison.Ordinal) || id.StartsWith("topic.", StringComparison.Ordinal) =>
            WhatsAppLimits.ButtonTitle,
        _ => MostLine,
    };
}
