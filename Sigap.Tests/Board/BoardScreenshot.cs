using System.Text.RegularExpressions;
using Sigap.Tests.Browser;
using Sigap.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Sigap.Tests.Board;

/// <summary>The board on the screens it hangs on.</summary>
[Collection(BrowserCollection.Name)]
public sealed class BoardScreenshot(BrowserFixture browser)
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 24, 10, 42, 0, TimeSpan.FromHours(7));

    private static readonly string[] Tickets =
        ["A-039", "B-018", "P-007", "A-040", "A-036", "", "B-019", "A-038", "A-037", "P-006", "A-034", "B-017"];

    private readonly ScriptedHall _hall = new();

    [Theory]
    [InlineData(1920, 1080, 4)]
    [InlineData(1920, 1080, 6)]
    [InlineData(1280, 720, 4)]
    [InlineData(1280, 720, 1)]
    [InlineData(1280, 720, 2)]
    [InlineData(1280, 720, 3)]
    [InlineData(1280, 720, 12)]
    [InlineData(3840, 2160, 5)]
    [InlineData(1080, 1920, 4)]
    [InlineData(1080, 1920, 10)]
    public async Task A_busy_hall_fits_on_the_screen(int width, int height, int counters)
    {
        _hall.View = ScriptedHall.Busy(Tickets[..counters]);
        await using var host = await BoardHost.Start(_hall, new MovableClock(Morning));
        await using var opened = await browser.Open(new Uri(host.Address, "board/jakarta-pusat"), width, height);
        _hall.View = ScriptedHall.With(_hall.View, 1, "A-041");
        await Expect(opened.Page.Locator(".called .number")).ToHaveTextAsync("A-041");

        await Pictures.Save(opened.Page, $"board-{width}x{height}-{counters}");
        await Fits(opened);
    }

    [Theory]
    [InlineData(1920, 1080)]
    [InlineData(1280, 720)]
    [InlineData(1080, 1920)]
    public async Task A_closed_day_fits_on_the_screen(int width, int height)
    {
        _hall.View = ScriptedHall.Quiet();
        var christmas = new DateTimeOffset(2026, 12, 25, 10, 42, 0, TimeSpan.FromHours(7));
        await using var host = await BoardHost.Start(_hall, new MovableClock(christmas));
        await using var opened = await browser.Open(new Uri(host.Address, "board/jakarta-pusat"), width, height);
        await Expect(opened.Page.Locator("#shut")).ToBeVisibleAsync();

        await Pictures.Save(opened.Page, $"board-closed-{width}x{height}");
        await Fits(opened);
    }

    [Fact]
    public async Task The_picture_of_the_documentation()
    {
        _hall.View = ScriptedHall.Busy(Tickets[..4]);
        await using var host = await BoardHost.Start(_hall, new MovableClock(Morning));
        await using var opened = await browser.Open(new Uri("about:blank"), 1600, 900);
        await opened.Page.AddInitScriptAsync("Object.defineProperty(AudioContext.prototype, 'state', { get: () => 'running' });");
        await opened.Page.GotoAsync(new Uri(host.Address, "board/jakarta-pusat").ToString());
        _hall.View = ScriptedHall.With(_hall.View, 1, "A-041");
        await Expect(opened.Page.Locator(".called .number")).ToHaveTextAsync("A-041");
        await Expect(opened.Page.Locator("#hint")).ToBeVisibleAsync();

        await Pictures.Save(opened.Page, "board");
        await Fits(opened);
    }

    [Fact]
    public async Task The_start_page_links_the_boards()
    {
        await using var host = await BoardHost.Start(_hall, new MovableClock(Morning));
        await using var opened = await browser.Open(host.Address);
        await Expect(opened.Page.Locator("#boards a"))
            .ToHaveTextAsync(["Imigrasi Denpasar", "Imigrasi Jakarta Pusat", "Imigrasi Jayapura"]);
        await Expect(opened.Page.Locator("#boards code").First).ToHaveTextAsync(new Regex("^[0-9]{4}$"));

        await Pictures.Save(opened.Page, "start-boards");
        (await opened.Overhang()).ShouldBe(0);
    }

    /// <summary>Nothing reaches beyond the screen, beyond its tile, or over another part.</summary>
    private static async Task Fits(BrowserPage opened)
    {
        (await opened.Overhang()).ShouldBe(0);
        (await opened.Page.EvaluateAsync<string[]>("""
            () => {
              const seen = selector => [...document.querySelectorAll(selector)].filter(node => node.checkVisibility());
              const name = (what, node) => `${what}: ${node.tagName}#${node.id}.${node.className} ${node.textContent.trim().slice(0, 30)}`;
              const outside = ({ left, top, right, bottom }) => left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1;
              const isBox = node => getComputedStyle(node).display !== "inline" && node.clientWidth > 0;
              const parts = "#next, #waiting, #newcomer, #serving, .counter, #shut, footer, header";
              return [
                ...seen("body *").filter(node => outside(node.getBoundingClientRect())).map(node => name("beyond the screen", node)),
                ...seen("body *").filter(node => isBox(node) && node.scrollWidth > node.clientWidth + 2).map(node => name("too wide", node)),
                ...seen(parts).filter(node => node.scrollHeight > node.clientHeight + 2).map(node => name("too tall", node)),
              ];
            }
            """)).ShouldBeEmpty();
        opened.Errors.ShouldBeEmpty();
    }
}
