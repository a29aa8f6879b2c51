using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sigap.Tests.Simulator;

/// <summary>The Graph endpoint refuses what Meta would refuse, in Meta's words.</summary>
public sealed class GraphEndpointSpec : IAsyncLifetime
{
    private const string Phone = "6281200000001";

    private readonly SimulatorHost _host = new();

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_wrong_token_is_refused_with_190()
    {
        var response = await _host.Graph(Replies.Text(Phone, "Halo"), token: "wrong");
        ((int)response.StatusCode).ShouldBe(401);
        (await Code(response)).ShouldBe(190);
    }

    [Fact]
    public async Task An_unknown_business_number_is_refused_with_100() =>
        (await Code(await _host.Graph(Replies.Text(Phone, "Halo"), business: "1"))).ShouldBe(100);

    [Fact]
    public async Task An_accepted_message_gets_an_id_and_a_sent_status_with_its_callback_data()
    {
        var response = await _host.Graph(Replies.Text(Phone, "Halo"));
        var answer = await Json(response);
        var id = answer.GetProperty("messages")[0].GetProperty("id").GetString()!;
        id.ShouldStartWith("wamid.");
        answer.GetProperty("contacts")[0].GetProperty("wa_id").GetString().ShouldBe(Phone);

        var status = (await _host.Desk.NextStatus("sent")).Status!.Value;
        status.GetProperty("id").GetString().ShouldBe(id);
        status.GetProperty("recipient_id").GetString().ShouldBe(Phone);
        status.GetProperty("biz_opaque_callback_data").GetString().ShouldBe("out:1");
    }

    [Theory]
    [InlineData("text.body", "", 131009)]
    [InlineData("biz_opaque_callback_data", "x*513", 131009)]
    [InlineData("text.body", "x*4097", 131009)]
    [InlineData("messaging_product", "sms", 100)]
    [InlineData("type", "hologram", 131008)]
    [InlineData("to", null, 131008)]
    [InlineData("to", "+12", 131009)]
    public async Task A_text_outside_the_rules_is_refused(string path, string? value, int code) =>
        (await Code(await _host.Graph(With(Replies.Text(Phone, "Halo"), path, value)))).ShouldBe(code);

    [Theory]
    [InlineData("interactive.body.text", "x*1025")]
    [InlineData("interactive.header.text", "x*61")]
    [InlineData("interactive.footer.text", "x*61")]
    [InlineData("interactive.action.button", "x*21")]
    [InlineData("interactive.action.sections.0.title", "x*25")]
    [InlineData("interactive.action.sections.0.rows.0.title", "x*25")]
    [InlineData("interactive.action.sections.0.rows.0.title", "")]
    [InlineData("interactive.action.sections.0.rows.0.description", "x*73")]
    [InlineData("interactive.action.sections.0.rows.0.id", "x*201")]
    [InlineData("interactive.action.sections.0.rows.0.id", "v1:menu:bayar")]
    [InlineData("interactive.type", "wheel")]
    public async Task A_list_outside_the_limits_is_refused_with_131009(string path, string value) =>
        (await Code(await _host.Graph(With(Replies.Menu(Phone), path, value)))).ShouldBe(131009);

    [Fact]
    public async Task A_list_of_eleven_rows_is_refused()
    {
        var menu = JsonSerializer.SerializeToNode(Replies.Menu(Phone))!;
        var rows = menu["interactive"]!["action"]!["sections"]![0]!["rows"]!.AsArray();
        for (var i = rows.Count; i < 11; i++)
        {
            rows.Add(new JsonObject { ["id"] = $"row{i}", ["title"] = $"Baris {i}" });
        }

        (await Code(await _host.Graph(menu))).ShouldBe(131009);
    }

    /// <summary>The message with one value changed; "x*N" stands for N letters, null for leaving it out.</summary>
    private static JsonNode With(object message, string path, string? value)
    {
        var root = JsonSerializer.SerializeToNode(message)!;
        var steps = path.Split('.');
        var parent = steps[..^1].Aggregate(root, (node, step) => int.TryParse(step, out var i) ? node[i]! : node[step]!);
        if (value is null)
        {
            parent.AsObject().Remove(steps[^1]);
        }
        else
        {
            parent[steps[^1]] = value.StartsWith("x*", StringComparison.Ordinal) ? new string('x', int.Parse(value[2..])) : value;
        }

        return root;
    }

    private static async Task<int> Code(HttpResponseMessage response) =>
        (await Json(response)).GetProperty("error").GetProperty("code").GetInt32();

    private static async Task<JsonElement> Json(HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
}
