using System.Text.Json;

namespace Sigap.Tests.Simulator;

/// <summary>Templates are taken, refused and shown as Meta does, and their quick replies come back.</summary>
public sealed class TemplateSpec : IAsyncLifetime
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
    public async Task An_approved_template_is_taken() =>
        (await _host.Graph(Message("siap_diambil", "id", "1106", "2 November"))).IsSuccessStatusCode.ShouldBeTrue();

    [Theory]
    [InlineData("siap_diambil", "en", 132001)]
    [InlineData("lain", "id", 132001)]
    public async Task A_template_that_is_not_approved_in_its_language_is_refused(string name, string language, int code) =>
        (await Code(Message(name, language, "1106", "2 November"))).ShouldBe(code);

    [Fact]
    public async Task Too_few_parameters_are_refused() => (await Code(Message("siap_diambil", "id", "1106"))).ShouldBe(132000);

    [Theory]
    [InlineData("")]
    [InlineData("dua\nbaris")]
    [InlineData("lima     spasi")]
    public async Task A_parameter_that_Meta_does_not_take_is_refused(string parameter) =>
        (await Code(Message("siap_diambil", "id", "1106", parameter))).ShouldBe(132018);

    [Fact]
    public async Task A_button_the_template_does_not_have_is_refused() =>
        (await Code(Message("siap_diambil", "id", 2, "1106", "2 November"))).ShouldBe(132018);

    [Fact]
    public async Task A_quick_reply_arrives_as_the_button_it_is()
    {
        var sent = await _host.Graph(Message("siap_diambil", "id", "1106", "2 November"));
        var id = JsonDocument.Parse(await sent.Content.ReadAsStringAsync()).RootElement.GetProperty("messages")[0].GetProperty("id").GetString();

        await _host.Do(Phone, new
        {
            business = SimulatorHost.JakartaPusat,
            type = "button",
            inReplyTo = id,
            optionId = "v|notice.collection|book",
            title = "Pilih waktu",
        });

        var heard = await _host.Desk.NextMessage("button");
        heard.Message!.Value.GetProperty("button").GetProperty("payload").GetString().ShouldBe("v|notice.collection|book");
        heard.Message.Value.GetProperty("button").GetProperty("text").GetString().ShouldBe("Pilih waktu");
        heard.Message.Value.GetProperty("context").GetProperty("id").GetString().ShouldBe(id);
    }

    private async Task<int> Code(object message) =>
        JsonDocument.Parse(await (await _host.Graph(message)).Content.ReadAsStringAsync()).RootElement.GetProperty("error").GetProperty("code").GetInt32();

    private static object Message(string name, string language, params string[] parameters) => Message(name, language, 0, parameters);

    private static object Message(string name, string language, int button, params string[] parameters) =>
        Replies.Template(Phone, name, language, button, parameters);
}
