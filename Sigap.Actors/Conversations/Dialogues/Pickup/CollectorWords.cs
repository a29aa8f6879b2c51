using Sigap.Pickup;

namespace Sigap.Conversations.Dialogues;

/// <summary>
/// Who collects, when it is typed instead of tapped. The answer books at once, so every word must belong to such an answer:
/// "jadwal saya" and "hari lain" say something else.
/// </summary>
internal static class CollectorWords
{
    private static readonly string[] Self = ["sendiri", "saya", "aku", "pemohon", "pemilik", "i", "myself", "me", "applicant"];
    private static readonly string[] Family =
    [
        "keluarga", "istri", "suami", "ayah", "bapak", "ibu", "anak", "adik", "kakak", "orangtua", "kk", "family", "wife", "husband", "mother",
        "father", "son", "daughter", "brother", "sister", "parents",
    ];

    private static readonly string[] Others =
    [
        "lain", "kuasa", "teman", "wakil", "diwakilkan", "kurir", "ojek", "proxy", "friend", "someone", "somebody", "else", "representative",
        "courier",
    ];

    private static readonly string[] Fillers =
    [
        "ya", "iya", "oleh", "yang", "ambil", "mengambil", "diambil", "ngambil", "akan", "nanti", "datang", "orang", "surat", "satu", "kami",
        "yes", "by", "my", "the", "a", "an", "will", "collect", "comes", "come", "same", "person", "only",
    ];

    private static readonly HashSet<string> Known = [.. Self, .. Family, .. Others, .. Fillers];

    /// <summary>Null when a text does not say, asks, or says more.</summary>
    public static Collector? Find(Input input)
    {
        if (!input.IsShort || input.Text!.Contains('?', StringComparison.Ordinal))
        {
            return null;
        }

        var words = input.Text.Split((char[])[' ', ',', '.', '!'], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
        return !words.IsSubsetOf(Known) ? null
            : words.Overlaps(Others) ? Collector.Proxy
            : words.Overlaps(Family) ? Collector.Family
            : words.Overlaps(Self) ? Collector.Applicant
            : null;
    }
}
