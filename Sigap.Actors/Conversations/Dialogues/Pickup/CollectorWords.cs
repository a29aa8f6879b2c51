using Sigap.Pickup;

namespace Sigap.Conversations.Dialogues;

/// <summary>Who collects, when it is typed instead of tapped.</summary>
internal static class CollectorWords
{
    private static readonly string[] Self = ["sendiri", "saya", "pemohon", "myself", "me"];
    private static readonly string[] Family =
    [
        "keluarga", "istri", "suami", "ayah", "bapak", "ibu", "anak", "adik", "kakak", "orangtua", "kk", "family", "wife", "husband", "mother",
        "father", "son", "daughter", "brother", "sister",
    ];

    private static readonly string[] Others =
    [
        "lain", "kuasa", "teman", "wakil", "diwakilkan", "kurir", "ojek", "proxy", "friend", "someone", "else", "representative", "courier",
    ];

    /// <summary>Null when a text does not say, or asks.</summary>
    public static Collector? Find(Input input)
    {
        if (!input.IsShort || input.Text!.Contains('?', StringComparison.Ordinal))
        {
            return null;
        }

        var words = input.Text.Split((char[])[' ', ',', '.', '!'], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
        return words.Overlaps(Others) ? Collector.Proxy
            : words.Overlaps(Family) ? Collector.Family
            : words.Overlaps(Self) ? Collector.Applicant
            : null;
    }
}
