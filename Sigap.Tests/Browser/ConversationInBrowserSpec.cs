using Microsoft.Playwright;

namespace Sigap.Tests.Browser;

/// <summary>The main job as an applicant sees it, on the real program: webhook, actors, journal, Graph calls, page.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ConversationInBrowserSpec(BrowserFixture browser, SimulatedSigap sigap) : IClassFixture<SimulatedSigap>
{
    [Fact]
    public async Task From_the_greeting_to_the_status_to_feedback()
    {
        await using var opened = await browser.Open(new Uri(sigap.Address, "simulator"));
        var budi = new SimulatorPage(opened.Page).Phone("6281200000001");

        await budi.Talk("halo min");
        await budi.Says("Selamat datang di Sigap");
        await budi.OpenList();
        await budi.ChooseRow("Status permohonan");
        await budi.Says("nomor permohonan");
        await budi.Talk("1106 0000 0000 0017");
        await budi.Says("tanggal lahir");
        await budi.Talk("17 agustus 1990");
        await budi.Says("Proses cetak");
        await budi.TicksReach("read");

        await budi.Talk("#saran");
        await budi.Says("Apa yang ingin Anda sampaikan");
        await budi.Tap("Pujian");
        await budi.Says("Silakan tuliskan");
        await budi.Talk("Petugas loket 3 sabar sekali membantu ibu saya");
        await budi.Says("Nomor referensi");
        await budi.OpenList();
        await budi.ChooseRow("★★★★★");
        await budi.Says("Terima kasih");

        opened.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_picture_of_the_documentation()
    {
        await using var opened = await browser.Open(new Uri(sigap.Address, "simulator"), 1360, 860);
        var simulator = new SimulatorPage(opened.Page);
        await simulator.AddPhone("Made Wirawan");

        var budi = simulator.Phone("6281200000001");
        await budi.Talk("cek status min 1106 0000 0000 0018");
        await budi.Says("tanggal lahir");
        await budi.Talk("17-08-1990");
        await budi.Says("Status permohonan");

        var siti = simulator.Phone("6281200000002");
        await siti.Talk("syarat paspor anak apa aja ya");
        await siti.Says("Apakah ayah dan ibu");
        await siti.Tap("Ya");
        await siti.Says("?");

        var made = simulator.Phone("6281200000003");
        await made.Talk("how do I pay for my passport?");
        await made.Says("How to pay");

        await Assertions.Expect(opened.Page.Locator(".mine[data-ticks=read]").First).ToBeVisibleAsync();
        opened.Errors.ShouldBeEmpty();
        await Pictures.Save(opened.Page, "simulator");
    }
}
