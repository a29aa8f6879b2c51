using System.Text.RegularExpressions;

namespace Sigap.Bench.Drill.Crowd;

/// <summary>A place in time, as an applicant writes it.</summary>
internal sealed record WantedSlot(string Day, string Time);

/// <summary>What somebody who wants a place at the counter writes next, by what was last heard. Wants one again when it is given back.</summary>
/// <param name="application">The number of the passport application.</param>
/// <param name="birthDate">As an applicant writes it.</param>
/// <param name="slots">Few, so that many want the same.</param>
internal sealed partial class BookingTalk(string application, string birthDate, IReadOnlyList<WantedSlot> slots, Random random)
{
    private const string Begin = "pesan jadwal";
    private const double GivesBack = 0.3;

    private string _last = "";

    /// <param name="heard">Null at the beginning.</param>
    public string Next(string? heard)
    {
        var slot = slots[random.Next(slots.Count)];
        var next = heard switch
        {
            null => Begin,
            _ when heard.Contains("Apakah ada di antara pengambil", StringComparison.Ordinal) => "tidak",
            _ when heard.Contains("*Pilih hari*", StringComparison.Ordinal) => $"{slot.Day} {slot.Time}",
            _ when heard.Contains("Pilih jam kedatangan", StringComparison.Ordinal) => slot.Time,
            _ when heard.Contains("Siapa yang akan mengambil?", StringComparison.Ordinal) => "saya sendiri",
            _ when heard.Contains("Batalkan jadwal pengambilan", StringComparison.Ordinal) => "ya",
            _ when heard.Contains("silakan kirim *nomor permohonan*", StringComparison.Ordinal) => $"{application} {birthDate}",
            _ when CodeIn(heard) is not null => random.NextDouble() < GivesBack ? "batalkan jadwal" : "jadwal saya",
            _ => Begin,
        };

        // Who says the same again and again is taken for a machine; nobody here is one.
        _last = next == _last ? "menu" : next;
        return _last;
    }

    /// <summary>The code of the booking that a reply confirms or shows.</summary>
    public static string? CodeIn(string reply) => Code().Match(reply) is { Success: true } found ? found.Groups["code"].Value : null;

    /// <summary>The code of the booking that a reply tells to be newly made.</summary>
    public static string? ConfirmedIn(string reply) =>
        reply.Contains("*Jadwal pengambilan sudah dipesan*", StringComparison.Ordinal) ? CodeIn(reply) : null;

    [GeneratedRegex(@"^\s*Kode: \*(?<code>[A-Z0-9]{4,12})\*", RegexOptions.Multiline)]
    private static partial Regex Code();
}
