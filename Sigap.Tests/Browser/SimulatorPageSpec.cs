using Sigap.Tests.Simulator;
using static Microsoft.Playwright.Assertions;

namespace Sigap.Tests.Browser;

/// <summary>The simulator as somebody uses it, in Chromium.</summary>
[Collection(BrowserCollection.Name)]
public sealed class SimulatorPageSpec(BrowserFixture browser) : IAsyncLifetime
{
    private readonly SimulatorHost _host = new();
    private BrowserPage _opened = null!;

    private SimulatedPhone Budi => new SimulatorPage(_opened.Page).Phone("6281200000001");

    private SimulatedPhone Siti => new SimulatorPage(_opened.Page).Phone("6281200000002");

    public async Task InitializeAsync()
    {
        await _host.InitializeAsync();
        _opened = await browser.Open(new Uri(_host.Address, "simulator"));
    }

    public async Task DisposeAsync()
    {
        _opened.Errors.ShouldBeEmpty();
        await _opened.DisposeAsync();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task A_text_becomes_a_bubble_with_blue_ticks_and_is_answered()
    {
        await Budi.Talk("Halo");
        await Budi.Says("Selamat datang");
        await Budi.TicksReach("read");
        await _host.Desk.NextStatus("read");
    }

    [Fact]
    public async Task A_row_of_a_list_comes_back_as_list_reply()
    {
        await Budi.Talk("Halo");
        await Budi.OpenList();
        await Budi.ChooseRow("Cara membayar");
        await Budi.Says("kode billing");

        var message = (await _host.Desk.NextMessage("interactive")).Message!.Value;
        var reply = message.GetProperty("interactive").GetProperty("list_reply");
        reply.GetProperty("id").GetString().ShouldBe("v1:menu:bayar");
        reply.GetProperty("description").GetString().ShouldBe("Biaya, batas waktu, dan tempat bayar");
        message.GetProperty("context").GetProperty("from").GetString().ShouldBe("622150000001");
        message.GetProperty("context").GetProperty("id").GetString()
            .ShouldBe(await Budi.Theirs.First.GetAttributeAsync("data-id"));
        await Expect(Budi.Mine.Last.Locator(".quote")).ToContainTextAsync("Selamat datang");
    }

    [Fact]
    public async Task A_template_shows_its_text_and_its_quick_reply_comes_back_as_button()
    {
        await _host.Graph(Replies.Template("6281200000001", "siap_diambil", "id", 0, "1106", "2 November"));
        await Budi.Says("Paspor 1106 siap sejak 2 November.");

        await Budi.Tap("Pilih waktu");

        await Expect(Budi.Mine.Last).ToContainTextAsync("Pilih waktu");
        (await _host.Desk.NextMessage("button")).Message!.Value.GetProperty("button").GetProperty("payload").GetString()
            .ShouldBe("v|notice.collection|book");
    }

    [Fact]
    public async Task An_old_menu_stays_tappable()
    {
        await Budi.Talk("1106000000000017");
        await Budi.Says("siap diambil");
        await Budi.Talk("Halo");
        await Budi.Says("Selamat datang");
        await Budi.Tap("Ambil antrean");
        await Budi.Says("A-041");
        await Budi.Tap("Ambil antrean");
        await Expect(Budi.Mine).ToHaveCountAsync(4);
    }

    [Fact]
    public async Task A_reaction_is_shown_and_taken_off_again()
    {
        await Budi.Talk("Halo");
        await Budi.Says("Selamat datang");
        await Budi.React("🙏");
        (await _host.Desk.NextMessage("reaction")).Message!.Value.GetProperty("reaction").GetProperty("emoji").GetString().ShouldBe("🙏");

        await Budi.Theirs.Last.Locator(".more").ClickAsync();
        await Budi.Node.Locator(".menu [aria-label='🙏']").ClickAsync();
        await Expect(Budi.Theirs.Last.Locator(".reaction")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("image", "image")]
    [InlineData("voice", "audio")]
    [InlineData("document", "document")]
    [InlineData("sticker", "sticker")]
    [InlineData("location", "location")]
    [InlineData("contacts", "contacts")]
    public async Task What_is_attached_arrives_as_its_own_kind(string attached, string type)
    {
        await Budi.Attach(attached);
        var message = (await _host.Desk.NextMessage(type)).Message!.Value;
        message.TryGetProperty(type, out _).ShouldBeTrue();
    }

    [Fact]
    public async Task Two_phones_do_not_mix()
    {
        await Budi.Talk("Halo dari Budi");
        await Budi.Says("Jakarta Pusat");
        await Siti.Talk("Halo dari Siti");
        await Siti.Says("Denpasar");
        await Expect(Budi.Mine).ToHaveCountAsync(1);
        await Expect(Siti.Node).Not.ToContainTextAsync("Budi");
    }

    [Fact]
    public async Task A_chat_is_there_again_after_a_reload()
    {
        await Budi.Talk("Halo");
        await Budi.Says("Selamat datang");
        await _opened.Page.ReloadAsync();
        await Budi.Says("Selamat datang");
        await Expect(Budi.Mine).ToHaveCountAsync(1);
    }

    [Theory]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("*<b>tebal</b>* _<script>alert(1)</script>_")]
    [InlineData("مرحبا \u202Eterbalik\u202C שלום")]
    [InlineData("👩🏽‍🔬 ```<i>kode</i>``` ~coret~")]
    public async Task Hostile_text_is_shown_as_text(string text)
    {
        _host.Desk.Silent = true;
        await Budi.Node.Locator("textarea").FillAsync(text);
        await Budi.Node.Locator("textarea").PressAsync("Enter");
        await Expect(Budi.Mine).ToHaveCountAsync(1);
        var visible = text.Replace("*", "").Replace("_", "").Replace("```", "").Replace("~", "");
        (await Budi.Mine.Locator(".text").TextContentAsync()).ShouldBe(visible);
        await Expect(Budi.Mine.Locator("img, script, b, i")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_page_speaks_English_on_demand()
    {
        await _opened.Page.Locator("#language").ClickAsync();
        await Expect(Budi.Node.Locator("textarea")).ToHaveAttributeAsync("placeholder", "Type a message");
    }
}
