namespace Sigap.Bench.Drill.Crowd;

/// <param name="Mark">Stands in the answer to it and in no other.</param>
internal sealed record KnownQuestion(string Text, string Mark);

/// <summary>
/// Questions whose answer depends on nothing that was said before, so that an answer can be told to belong to its message.
/// Neighbours have different answers.
/// </summary>
internal static class KnownQuestions
{
    public static readonly IReadOnlyList<KnownQuestion> All =
    [
        new("cara bayar paspor gimana ya kak", "*Cara membayar paspor*"),
        new("menu", "*Apa yang dapat kami bantu?*"),
        new("syarat bikin paspor baru apa saja", "Apakah Anda pernah memiliki paspor"),
        new("jam buka kantor hari sabtu", "*Jam layanan*"),
        new("bayar lewat mbanking bs ga", "*Tempat membayar*"),
        new("paspor hilang syaratnya apa ya pak", "Apakah paspor hilang atau rusak"),
        new("terima kasih infonya", "Sama-sama"),
        new("kode billing sy kadaluarsa gmn", "*Kode billing kedaluwarsa*"),
        new("alamat kantor dmn ya", "*Jam layanan*"),
        new("berapa biaya e paspor 10 tahun", "*Biaya paspor*"),
        new("brp lama jadinya setelah foto", "*Berapa lama paspor selesai?*"),
        new("perpanjang paspor bawa apa aja", "Apakah paspor lama Anda diterbitkan"),
        new("uang paspor bisa dikembalikan gak kalau batal", "*Pengembalian uang*"),
    ];

    /// <summary>Understood by nobody.</summary>
    public static readonly IReadOnlyList<string> Noise = ["zzkqj wpxv brmf", "qqwx lkjh 😀 pdfg", "xcvb \"nmkl\" fghj", "wrtp sdfg é vbnm"];

    public static KnownQuestion At(long place) => All[(int)(place % All.Count)];
}
