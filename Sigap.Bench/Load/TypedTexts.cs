namespace Sigap.Bench.Load;

/// <summary>
/// What the applicants write: questions, misspellings, menus, small talk, in a fixed order, so that runs are alike. None
/// calls for more than one bubble. Plain ASCII without quotes: they are put into JSON as they are.
/// </summary>
internal static class TypedTexts
{
    private static readonly string[] All =
    [
        "halo min",
        "cara bayar paspor gimana ya kak",
        "menu",
        "syarat bikin paspor baru apa saja",
        "jam buka kantor hari sabtu",
        "bayar lewat mbanking bs ga",
        "alamat kantor dmn ya",
        "menu",
        "paspor hilang syaratnya apa ya pak",
        "terima kasih infonya",
        "pspor diambil org lain boleh tdk",
        "kode billing sy kadaluarsa gmn",
        "selamat pagi",
        "#bayar",
        "ambil paspor bawa apa saja",
        "berapa biaya e paspor 10 tahun",
        "menu",
        "what do I need for a new passport",
        "menu",
        "makasih banyak min",
        "brp lama jadinya setelah foto",
        "kantornya buka jam brp",
        "perpanjang paspor bawa apa aja",
        "menu",
        "uang paspor bisa dikembalikan gak kalau batal",
        "sore kak mau tanya pembayaran",
    ];

    /// <summary>Neighbouring applicants are at different places, and nobody repeats himself.</summary>
    public static string At(int applicant, int message) => All[(int)(((applicant * 7L) + message) % All.Length)];
}
