using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Sigap.Tests.Browser;

/// <summary>The simulator as its users see it.</summary>
internal sealed class SimulatorPage(IPage page)
{
    public SimulatedPhone Phone(string number) => new(page.Locator($"[data-phone='{number}']"));

    public async Task AddPhone(string name)
    {
        await page.Locator("#add").ClickAsync();
        await page.Locator("dialog input").First.FillAsync(name);
        await page.Locator("dialog .primary").ClickAsync();
        await Expect(page.Locator("dialog")).ToHaveCountAsync(0);
    }
}

/// <summary>One phone of the page.</summary>
internal sealed class SimulatedPhone(ILocator phone)
{
    public ILocator Node => phone;

    public ILocator Mine => phone.Locator(".row.mine");

    public ILocator Theirs => phone.Locator(".row.theirs:not(.dots)");

    public async Task Talk(string text)
    {
        await phone.Locator("textarea").FillAsync(text);
        await phone.Locator("textarea").PressAsync("Enter");
        await Expect(Mine.Last).ToContainTextAsync(text);
    }

    public Task Says(string text) => Expect(Theirs.Last).ToContainTextAsync(text);

    public async Task OpenList()
    {
        await Expect(Theirs.Last.Locator(".tap")).ToBeVisibleAsync();
        await Theirs.Last.Locator(".tap").ClickAsync();
        await Expect(phone.Locator(".sheet")).ToBeVisibleAsync();
    }

    public async Task ChooseRow(string title)
    {
        await phone.Locator(".choice", new() { HasText = title }).ClickAsync();
        await phone.Locator(".sheet .primary").ClickAsync();
        await Expect(Mine.Last).ToContainTextAsync(title);
    }

    public Task Tap(string title) => phone.Locator(".tap", new() { HasText = title }).Last.ClickAsync();

    public async Task Attach(string kind)
    {
        await phone.Locator(".input .round").Last.ClickAsync();
        await phone.Locator($".kind.{kind}").ClickAsync();
        await Expect(phone.Locator($".row.mine[data-kind={(kind == "voice" ? "audio" : kind)}]")).ToBeVisibleAsync();
    }

    public async Task React(string emoji)
    {
        await Theirs.Last.HoverAsync();
        await Theirs.Last.Locator(".more").ClickAsync();
        await phone.Locator($".menu [aria-label='{emoji}']").ClickAsync();
        await Expect(Theirs.Last.Locator(".reaction")).ToHaveTextAsync(emoji);
    }

    public Task TicksReach(string ticks) => Expect(Mine.Last).ToHaveAttributeAsync("data-ticks", ticks);
}
