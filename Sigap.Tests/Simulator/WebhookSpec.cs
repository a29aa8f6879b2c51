using System.Text.Json;

namespace Sigap.Tests.Simulator;

/// <summary>The webhooks of the simulator are Meta's: signature, escaping, shape, repetition.</summary>
public sealed class WebhookSpec : IAsyncLifetime
{
    private const string Phone = "6281200000001";

    private readonly SimulatorHost _host = new();

    public async Task InitializeAsync()
    {
        await _host.InitializeAsync();
        await _host.Register(Phone);
        _host.Desk.Silent = true;
    }

    public Task DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_text_arrives_signed_and_escaped_as_Meta_writes_it()
    {
        const string text = "café 😀 https://a.id \"kutip\" <b>";
        (await _host.Do(Phone, new { business = SimulatorHost.JakartaPusat, type = "text", text })).EnsureSuccessStatusCode();

        // The desk lets only correctly signed bodies pass.
        var heard = await _host.Desk.NextMessage("text");
        heard.Raw.ShouldContain("""caf\u00e9 \ud83d\ude00 https:\/\/a.id \"kutip\" <b>""");
        heard.Raw.ShouldAllBe(c => c >= ' ' && c <= '~');
        heard.Message!.Value.GetProperty("text").GetProperty("body").GetString().ShouldBe(text);
        heard.Message.Value.GetProperty("from").GetString().ShouldBe(Phone);
        heard.Value.GetProperty("contacts")[0].GetProperty("profile").GetProperty("name").GetString().ShouldBe("Budi Santoso");
        heard.Value.GetProperty("metadata").GetProperty("phone_number_id").GetString().ShouldBe(SimulatorHost.JakartaPusat);
    }

    [Fact]
    public async Task What_is_not_answered_with_200_comes_again()
    {
        _host.Desk.Refuse = 1;
        await _host.Do(Phone, new { business = SimulatorHost.JakartaPusat, type = "text", text = "Halo" });
        var first = await _host.Desk.NextMessage("text");
        (await _host.Desk.NextMessage("text")).Raw.ShouldBe(first.Raw);
    }

    [Fact]
    public async Task Twice_means_the_same_id_two_times()
    {
        await _host.Do(Phone, new { business = SimulatorHost.JakartaPusat, type = "text", text = "Halo", twice = true });
        var first = await _host.Desk.NextMessage("text");
        (await _host.Desk.NextMessage("text")).Raw.ShouldBe(first.Raw);
    }

    [Fact]
    public async Task Resending_posts_the_same_body()
    {
        var sent = await _host.Do(Phone, new { business = SimulatorHost.JakartaPusat, type = "text", text = "Halo" });
        var id = JsonDocument.Parse(await sent.Content.ReadAsStringAsync()).RootElement.GetProperty("id").GetString()!;
        var first = await _host.Desk.NextMessage("text");
        (await _host.Http.PostAsync($"/simulator/api/phones/{Phone}/messages/{Uri.EscapeDataString(id)}/again", null)).EnsureSuccessStatusCode();
        (await _host.Desk.NextMessage("text")).Raw.ShouldBe(first.Raw);
    }

    [Fact]
    public async Task A_phone_that_hides_its_number_shows_the_scoped_id_alone_and_is_answered_by_it()
    {
        await _host.Register(Phone, hidesNumber: true);
        await _host.Do(Phone, new { business = SimulatorHost.JakartaPusat, type = "text", text = "Halo" });
        var heard = await _host.Desk.NextMessage("text");
        heard.Message!.Value.TryGetProperty("from", out _).ShouldBeFalse();
        heard.Value.GetProperty("contacts")[0].TryGetProperty("wa_id", out _).ShouldBeFalse();

        var recipient = heard.Message.Value.GetProperty("from_user_id").GetString();
        recipient!.ShouldStartWith("ID.");
        (await _host.Graph(new { messaging_product = "whatsapp", recipient, type = "text", text = new { body = "Hai" } })).EnsureSuccessStatusCode();
        (await _host.Desk.NextStatus("sent")).Status!.Value.TryGetProperty("recipient_id", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Delivered_and_read_are_reported_when_the_phone_gets_and_shows_it()
    {
        await _host.Graph(Replies.Text(Phone, "Halo"));
        await _host.Desk.NextStatus("sent");

        using var stream = await _host.Http.GetStreamAsync($"/simulator/api/phones/{Phone}/events");
        var delivered = await _host.Desk.NextStatus("delivered");
        var id = delivered.Status!.Value.GetProperty("id").GetString();
        await _host.Post($"/simulator/api/phones/{Phone}/seen", new { ids = new[] { id } });
        (await _host.Desk.NextStatus("read")).Status!.Value.GetProperty("id").GetString().ShouldBe(id);
    }

    [Theory]
    [InlineData("abc", "Budi")]
    [InlineData("6281200000009", "")]
    public async Task A_phone_without_number_or_name_is_refused(string number, string name)
    {
        await Should.ThrowAsync<HttpRequestException>(() => _host.Register(number, name));
    }
}
