using System.Net.Http.Json;
using Microsoft.Playwright;
using Sigap.Host.Api.Offices;
using Sigap.Tests.Browser;
using Sigap.Tests.Support;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace Sigap.Tests.Board;

/// <summary>The board as the hall sees it, in Chromium; the counters act over REST.</summary>
[Collection(BrowserCollection.Name)]
public sealed class BoardPageSpec(BrowserFixture browser, ITestOutputHelper output) : IAsyncLifetime
{
    // In front of the page's own script: notes every tone, and lets it sound or not.
    private const string Listening = """
        window.tones = [];
        window.AudioContext = class {
          state = "running"; currentTime = 0; destination = {};
          resume() { return Promise.resolve(); }
          createOscillator() {
            const tone = { frequency: { value: 0 }, connect: to => to, start: () => tones.push(tone.frequency.value), stop() {} };
            return tone;
          }
          createGain() { return { gain: { setValueAtTime() {}, exponentialRampToValueAtTime() {} }, connect: to => to }; }
        };
        """;

    // Notes when the number is there, without the waits of the one who looks.
    private const string Watching = """
        () => new MutationObserver(() => {
          if (document.querySelector("[data-counter='1'] .number").textContent === "B-001") window.shownAt ??= Date.now();
        }).observe(document.body, { subtree: true, childList: true })
        """;

    private readonly MovableClock _time = new(new DateTimeOffset(2026, 11, 24, 10, 42, 0, TimeSpan.FromHours(7)));
    private WorkingOffice _desk = null!;
    private BoardHost _host = null!;
    private BrowserPage _opened = null!;

    private IPage Board => _opened.Page;

    public async Task InitializeAsync()
    {
        _desk = new WorkingOffice(_time);
        _host = await BoardHost.Start(_desk, _time);
        await Do("counters/1/open");
        await Do("counters/2/open");
        for (var walkIn = 0; walkIn < 3; walkIn++)
        {
            await Do("walk-ins", new { line = "walk-in" });
        }

        _opened = await browser.Open(new Uri("about:blank"), 1280, 720);
        await Board.AddInitScriptAsync(Listening);
        await Board.GotoAsync(new Uri(_host.Address, "board/jakarta-pusat").ToString());
        await Expect(Board.Locator("#sound")).ToBeHiddenAsync();
    }

    public async Task DisposeAsync()
    {
        await _opened.DisposeAsync();
        await _host.DisposeAsync();
        _desk.Dispose();
    }

    [Fact]
    public async Task A_call_at_a_counter_appears_shines_and_rings()
    {
        await Expect(Board.Locator("#next li")).ToHaveTextAsync(["B-001", "B-002", "B-003"]);
        await Board.EvaluateAsync(Watching);
        var sent = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        await Do("counters/1/next");
        await Expect(Tile(1).Locator(".number")).ToHaveTextAsync("B-001");
        output.WriteLine($"From the counter's request to the wall: {await Board.EvaluateAsync<long>("() => shownAt") - sent} ms.");

        await Expect(Tile(1)).ToHaveClassAsync("counter called");
        await Expect(Tile(2)).ToHaveClassAsync("counter free");
        await Expect(Board.Locator("#next li")).ToHaveTextAsync(["B-002", "B-003"]);
        await Expect(Board.Locator("#waiting dd")).ToHaveTextAsync(["0", "2", "0"]);
        (await Tones()).ShouldBe(2);
        _opened.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_recall_rings_again_and_serving_is_silent()
    {
        await Do("counters/1/next");
        await Expect(Tile(1)).ToHaveAttributeAsync("data-call", "B-001.1");
        await Do("counters/1/recall");
        await Expect(Tile(1)).ToHaveAttributeAsync("data-call", "B-001.2");
        (await Tones()).ShouldBe(4);

        await Do("counters/1/served");
        await Expect(Tile(1).Locator(".number")).ToHaveTextAsync("–");
        await Expect(Tile(1)).ToHaveClassAsync("counter free");
        (await Tones()).ShouldBe(4);
    }

    [Fact]
    public async Task What_was_called_before_the_board_was_opened_does_not_ring()
    {
        await Do("counters/1/next");
        await Expect(Tile(1).Locator(".number")).ToHaveTextAsync("B-001");
        await Board.ReloadAsync();
        await Expect(Tile(1).Locator(".number")).ToHaveTextAsync("B-001");
        await Do("counters/2/next");
        await Expect(Tile(2).Locator(".number")).ToHaveTextAsync("B-002");

        (await Tones()).ShouldBe(2);
    }

    [Fact]
    public async Task A_ticket_put_aside_is_named()
    {
        await Do("counters/1/next");
        await Do("counters/1/hold");

        await Expect(Board.Locator("#hold")).ToContainTextAsync("B-001");
        await Expect(Board.Locator("#hold")).ToContainTextAsync("On hold");
    }

    [Fact]
    public async Task It_comes_back_by_itself_after_a_restart()
    {
        await Do("counters/1/next");
        await Expect(Tile(1).Locator(".number")).ToHaveTextAsync("B-001");
        var port = _host.Address.Port;
        await _host.DisposeAsync();

        await Expect(Board.Locator("#line")).ToBeVisibleAsync();
        await Expect(Board.Locator("#line")).ToContainTextAsync("Menyambung kembali");
        await Expect(Board.Locator("#line")).ToContainTextAsync("data 10.4");
        await Expect(Tile(1).Locator(".number")).ToHaveTextAsync("B-001");

        _host = await BoardHost.Start(_desk, _time, port);
        await Do("counters/2/next");
        await Expect(Tile(2).Locator(".number")).ToHaveTextAsync("B-002", new() { Timeout = 20_000 });
        await Expect(Board.Locator("#line")).ToBeHiddenAsync();
        (await Tones()).ShouldBe(4);
    }

    [Fact]
    public async Task When_the_day_does_not_answer_the_last_scene_stays_and_says_so()
    {
        _desk.IsAway = true;
        await Expect(Board.Locator("#line")).ToBeVisibleAsync();
        await Expect(Board.Locator("#next li")).ToHaveCountAsync(3);

        _desk.IsAway = false;
        await Expect(Board.Locator("#line")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Its_labels_are_in_both_languages()
    {
        string[] labels =
        [
            "Sedang dilayani", "Now serving", "Berikutnya", "Next", "Menunggu", "Waiting", "Loket", "Counter",
            "Perkiraan tunggu nomor baru", "Estimated wait for a new number",
        ];
        foreach (var label in labels)
        {
            await Expect(Board.GetByText(label, new() { Exact = true }).First).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task Numbers_have_the_contrast_of_the_highest_level()
    {
        await Do("counters/1/next");
        await Expect(Tile(1)).ToHaveClassAsync("counter called");

        string[] numbers =
        [
            ".called .number", ".called b", ".free .number", ".free b", "#next li", "#waiting dd", "#newcomer strong", "#clock time",
        ];
        foreach (var number in numbers)
        {
            (await Contrast(number)).ShouldBeGreaterThanOrEqualTo(7, number);
        }
    }

    [Fact]
    public async Task Nothing_moves_for_who_wants_no_motion()
    {
        await Board.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await Do("counters/1/next");
        await Expect(Tile(1)).ToHaveClassAsync("counter called");

        (await Board.EvaluateAsync<int>("() => document.getAnimations().length")).ShouldBe(0);
    }

    [Fact]
    public async Task Sound_is_offered_until_somebody_touches_the_button()
    {
        await using var silent = await browser.Open(new Uri("about:blank"), 1280, 720);
        await silent.Page.AddInitScriptAsync(Listening + """
            AudioContext.prototype.resume = function () { this.state = "running"; this.onstatechange(); };
            const Ready = AudioContext;
            window.AudioContext = class extends Ready { state = "suspended"; };
            """);
        await silent.Page.GotoAsync(new Uri(_host.Address, "board/jakarta-pusat").ToString());
        var button = silent.Page.Locator("#sound");
        await Expect(button).ToHaveTextAsync("Aktifkan suaraEnable sound");
        await button.ClickAsync();

        await Expect(button).ToBeHiddenAsync();
        silent.Errors.ShouldBeEmpty();
    }

    private ILocator Tile(int counter) => Board.Locator($"[data-counter='{counter}']");

    private Task<int> Tones() => Board.EvaluateAsync<int>("() => tones.length");

    private async Task Do(string action, object? body = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/offices/jakarta-pusat/{action}");
        request.Content = body is null ? null : JsonContent.Create(body);
        request.Headers.Add(IdempotencyKey.Header, Guid.NewGuid().ToString());
        using var response = await _host.Http.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>The worst contrast of a number against any colour of the ground it stands on, as WCAG counts it.</summary>
    private Task<double> Contrast(string selector) => Board.Locator(selector).First.EvaluateAsync<double>("""
        node => {
          const colours = text => [...text.matchAll(/rgba?\(([^)]+)\)/g)]
            .map(m => m[1].split(/[ ,/]+/).map(Number))
            .filter(c => c.length < 4 || c[3] === 1);
          const linear = v => v / 255 <= .04045 ? v / 255 / 12.92 : ((v / 255 + .055) / 1.055) ** 2.4;
          const light = ([r, g, b]) => .2126 * linear(r) + .7152 * linear(g) + .0722 * linear(b);
          const contrast = (a, b) => (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
          const [ink] = colours(getComputedStyle(node).color);
          let ground = [];
          for (let at = node; at && ground.length === 0; at = at.parentElement) {
            const style = getComputedStyle(at);
            ground = [...colours(style.backgroundImage), ...colours(style.backgroundColor)];
          }
          return Math.min(...ground.map(colour => contrast(light(ink), light(colour))));
        }
        """);
}
