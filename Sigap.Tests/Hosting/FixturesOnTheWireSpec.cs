using System.Net;
using System.Text.Json;
using Sigap.Tests.Support;
using Sigap.Tests.Webhook;
using Xunit.Abstractions;

namespace Sigap.Tests.Hosting;

/// <summary>Every kind of payload, posted to the running program over HTTP, with a Graph API at the other end.</summary>
[Collection(HostingCollection.Name)]
public sealed class FixturesOnTheWireSpec(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly DateTimeOffset Sent = DateTimeOffset.FromUnixTimeSeconds(1793000000);
    private static readonly string[] PersonalMembers = ["from", "wa_id", "name", "body", "caption", "username", "first_name", "recipient_id"];

    private readonly DataFolder _folder = new();
    private readonly Dictionary<string, GraphSend[]> _replies = [];
    private GraphStandIn _graph = null!;
    private SigapInProcess _sigap = null!;

    private JournalOnDisk Journal => new(_folder.Database);

    public async Task InitializeAsync()
    {
        _graph = await GraphStandIn.Start();
        // Replies to late messages would wait for this clock, which stands still.
        _sigap = await SigapInProcess.Start(_folder.Settings(_graph.Url, "--Conversations:LateGather=00:00:00"));

        // The payloads are older than the day the facts were last checked, so the clock is put back once those are loaded.
        _sigap.Clock.Advance(Sent + TimeSpan.FromMinutes(1) - _sigap.Clock.GetUtcNow());
        foreach (var fixture in Fixtures.All)
        {
            var before = _graph.Taken;
            (await _sigap.Webhook.Post(Fixtures.Bytes(fixture.File), fixture.Signature)).ShouldBe(HttpStatusCode.OK, fixture.File);
            await Eventually.Becomes(Journal.NothingIsOwed, () => $"the replies to {fixture.File} are sent. {_sigap.Log.All}");
            _replies[fixture.File[..3]] = [.. _graph.Sends.Skip(before)];

            // The same few invented people write all of them; at their usual pace they would look like a machine.
            _sigap.Clock.Advance(TimeSpan.FromSeconds(90));
        }
    }

    [Fact]
    public async Task Every_payload_is_acknowledged_and_answered_as_it_should_be_and_only_once()
    {
        foreach (var (fixture, sends) in _replies)
        {
            output.WriteLine($"{fixture}: {string.Join(", ", sends.Select(send => $"{send.Type} {send.CallbackData[^4..]}"))}");
        }

        Replies("001").ShouldHaveSingleItem().To.ShouldBe("+6281200000001");
        Replies("036").ShouldBeEmpty("a reaction needs no answer");
        Replies("037").ShouldBeEmpty("a reaction taken back needs no answer");
        var scoped = Replies("054").ShouldHaveSingleItem();
        (scoped.To, scoped.Recipient).ShouldBe((null, "ID.10210000000000000002"));
        Replies("024").Length.ShouldBe(1, "a voice message is answered");
        Replies("100").ShouldBeEmpty("a status needs no answer");
        Replies("206").Select(send => send.Business).Distinct().ShouldBe(["109000000000001", "109000000000002"], ignoreOrder: true);
        Replies("206").Select(send => send.Reply.Conversation).Distinct().Count().ShouldBeGreaterThan(1);
        Replies("226").ShouldBeEmpty("what is six days late is not answered outside the window");
        _graph.Sends.ShouldAllBe(send => send.Authorization == "Bearer token-of-the-stand-in");
        NothingWentWrong();

        await Eventually.Becomes(Journal.IsQuiet, () => "the program is quiet");
        await Eventually.Becomes(
            () => Journal.Query<long>("SELECT COUNT(*) FROM identity_join") == 0, () => "whoever changed the number is one again");
        var (turns, sent, conversations) = (Journal.Turns(), _graph.Taken, Conversations());
        var again = Fixtures.All.ToArray();
        new Random(20261124).Shuffle(again);
        foreach (var fixture in again)
        {
            (await _sigap.Webhook.Post(Fixtures.Bytes(fixture.File), fixture.Signature)).ShouldBe(HttpStatusCode.OK, fixture.File);
        }

        await Eventually.Becomes(Journal.IsQuiet, () => "the program is quiet");
        Conversations().ShouldBe(conversations);
        Journal.Turns().ShouldBe(turns);
        _graph.Taken.ShouldBe(sent);
        NothingWentWrong();
    }

    [Fact]
    public async Task A_wrong_signature_is_refused_and_nothing_of_it_kept()
    {
        var body = SignedWebhook.Text("109000000000001", "6281100000009", "wamid.forged", "halo", Sent);
        var turns = Journal.Turns();

        (await _sigap.Webhook.Post(body, Payload.Sign(body, "another secret"))).ShouldBe(HttpStatusCode.Unauthorized);
        foreach (var fixture in Fixtures.All)
        {
            var forged = fixture.Signature[..^1] + (fixture.Signature[^1] == '0' ? '1' : '0');
            (await _sigap.Webhook.Post(Fixtures.Bytes(fixture.File), forged)).ShouldBe(HttpStatusCode.Unauthorized, fixture.File);
        }

        Journal.Turns().ShouldBe(turns);
    }

    [Fact]
    public void The_log_names_nobody_and_quotes_nothing()
    {
        var personal = new HashSet<string>();
        foreach (var fixture in Fixtures.All)
        {
            Collect(Fixtures.Bytes(fixture.File), personal);
        }

        personal.Count.ShouldBeGreaterThan(50);
        personal.Where(text => _sigap.Log.All.Contains(text, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    public async Task DisposeAsync()
    {
        await _sigap.DisposeAsync();
        await _graph.DisposeAsync();
        _folder.Dispose();
    }

    private GraphSend[] Replies(string fixture) => _replies[fixture];

    private string[] Conversations() => [.. Journal.Events().Select(each => each.Conversation).Distinct().Order(StringComparer.Ordinal)];

    private void NothingWentWrong() =>
        _sigap.Log.Faults.ShouldBeEmpty(_sigap.Log.All);

    private static void Collect(byte[] body, HashSet<string> into)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            Collect(json.RootElement, "", into);
        }
        catch (Exception hostile) when (hostile is JsonException or InvalidOperationException)
        {
            // Hostile ones are no JSON to a strict reader; their texts are in others too.
        }
    }

    private static void Collect(JsonElement element, string member, HashSet<string> into)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var each in element.EnumerateObject())
                {
                    Collect(each.Value, each.Name, into);
                }

                break;
            case JsonValueKind.Array:
                foreach (var each in element.EnumerateArray())
                {
                    Collect(each, member, into);
                }

                break;
            case JsonValueKind.String when PersonalMembers.Contains(member) && element.GetString() is { } text && text.Trim().Length >= 6:
                into.Add(text);
                break;
        }
    }
}
