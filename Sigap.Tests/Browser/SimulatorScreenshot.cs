using Microsoft.Playwright;
using Sigap.Tests.Simulator;

namespace Sigap.Tests.Browser;

/// <summary>The page in its forms, with a desk that answers the same always: wide, dark, small.</summary>
[Collection(BrowserCollection.Name)]
public sealed class SimulatorScreenshot(BrowserFixture browser) : IAsyncLifetime
{
    private readonly SimulatorHost _host = new();

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("simulator", 1360, 860, ColorScheme.Light)]
    [InlineData("simulator-dark", 1360, 860, ColorScheme.Dark)]
    [InlineData("simulator-phone", 375, 740, ColorScheme.Light)]
    public async Task The_simulator_is_worth_a_picture(string name, int width, int height, ColorScheme scheme)
    {
        await using var opened = await browser.Open(new Uri(_host.Address, "simulator"), width, height, scheme);
        var simulator = new SimulatorPage(opened.Page);
        var budi = simulator.Phone("6281200000001");
        await budi.Talk("Halo");
        await budi.OpenList();
        await budi.ChooseRow("Status permohonan");
        await budi.Says("Silakan kirim");
        await budi.Talk("1106000000000017");
        await budi.Says("siap diambil");

        if (width > 760)
        {
            var siti = simulator.Phone("6281200000002");
            await siti.Attach("image");
            await siti.Says("Selamat datang");
            await siti.Talk("bagaimana cara bayar?");
            await siti.OpenList();
            await simulator.AddPhone("Made Wirawan");
            var made = simulator.Phone("6281200000003");
            await made.Talk("Selamat pagi 🙏");
            await made.OpenList();
            await made.ChooseRow("Cara membayar");
            await made.Says("kode billing");
            await made.React("🙏");
        }

        await Assertions.Expect(opened.Page.Locator(".mine[data-ticks=read]").First).ToBeVisibleAsync();
        await Pictures.Save(opened.Page, $"desk-{name}");
        opened.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_start_page_is_worth_a_picture()
    {
        await using var opened = await browser.Open(_host.Address);
        await Assertions.Expect(opened.Page.Locator(".health.up")).ToBeVisibleAsync();
        await Pictures.Save(opened.Page, "start");
        opened.Errors.ShouldBeEmpty();
    }
}
