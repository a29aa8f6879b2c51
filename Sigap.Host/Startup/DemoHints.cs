using Sigap.Applications;
using Sigap.Host.Applications;
using Sigap.Host.StartPage;

namespace Sigap.Host.Startup;

/// <summary>What a newcomer can write to the simulated offices.</summary>
internal sealed class DemoHints : IDemoHints
{
    public IReadOnlyList<DemoHint> Hints { get; } =
    [
        new("halo", "Sapaan dan menu", "Greeting and menu"),
        new(NumberOf(Stage.Printing), "Status: proses cetak", "Status: printing"),
        new(NumberOf(Stage.ReadyForCollection), "Status: bisa diambil", "Status: ready for collection"),
        new(DemoApplications.KnownBirthDate.ToString("dd-MM-yyyy", System.Globalization.CultureInfo.InvariantCulture),
            "Tanggal lahir untuk nomor-nomor itu", "The birth date for these numbers"),
        new("syarat paspor anak", "Persyaratan dengan beberapa pertanyaan", "Requirements, with a few questions"),
        new("#bayar", "Perintah lama tetap berlaku", "The old commands still work"),
        new("pelayanannya cepat dan petugasnya ramah", "Pujian dengan penilaian", "A compliment with a rating"),
    ];

    private static string NumberOf(Stage stage) => DemoApplications.Known.First(known => known.Stage == stage).Number;
}
