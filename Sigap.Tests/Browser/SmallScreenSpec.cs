using Sigap.Tests.Simulator;
using static Microsoft.Playwright.Assertions;

namespace Sigap.Tests.Browser;

/// <summary>The pages on a phone.</summary>
[Collection(BrowserCollection.Name)]
public sealed class SmallScreenSpec(BrowserFixture browser) : IAsyncLifetime
{
    private readonly SimulatorHost _host = new();

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task The_simulator_fits_and_shows_one_phone_at_a_time()
    {
        await using var opened = await browser.Open(new Uri(_host.Address, "simulator"), width: 375, height: 667);
        var simulator = new SimulatorPage(opened.Page);
        var budi = simulator.Phone("6281200000001");
        await budi.Talk("Tulisan " + new string('x', 300));
        await budi.OpenList();
        (await opened.Overhang()).ShouldBe(0);
        await budi.ChooseRow("Status permohonan");

        await opened.Page.Locator(".tab", new() { HasText = "Siti" }).ClickAsync();
        await Expect(simulator.Phone("6281200000002").Node).ToBeVisibleAsync();
        await Expect(budi.Node).ToBeHiddenAsync();
        (await opened.Overhang()).ShouldBe(0);
        opened.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_start_page_fits()
    {
        await using var opened = await browser.Open(_host.Address, width: 375, height: 667);
        await Expect(opened.Page.Locator("#simulator")).ToBeVisibleAsync();
        await Expect(opened.Page.Locator("#list li")).ToHaveCountAsync(2);
        (await opened.Overhang()).ShouldBe(0);
        opened.Errors.ShouldBeEmpty();
    }
}
