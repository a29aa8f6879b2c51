using System.Net;
using System.Text;
using Microsoft.Extensions.Logging;
using Sigap.Host.Webhook;

namespace Sigap.Tests.Webhook;

/// <summary>200 means written; everything else means: send it again.</summary>
public sealed class WebhookEndpointSpec : IAsyncLifetime
{
    private WebhookHost _host = null!;

    private Recorders Recorders => _host.Recorders;

    public async Task InitializeAsync() => _host = await WebhookHost.Start(options =>
    {
        options.PreviousAppSecret = "the-secret-until-yesterday";
        options.MaxInFlight = 3;
    });

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Every_recorded_payload_is_acknowledged()
    {
        foreach (var fixture in Fixtures.All)
        {
            using var answer = await _host.Post(Fixtures.Bytes(fixture.File), fixture.Signature);

            answer.StatusCode.ShouldBe(HttpStatusCode.OK, fixture.File);
            (await answer.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        }

        Recorders.Heard.Count.ShouldBe(Fixtures.All.Sum(fixture => fixture.Heard));
        _host.Log.Count(LogLevel.Warning).ShouldBe(0);
        _host.Log.Count(LogLevel.Error).ShouldBe(0);
    }

    [Fact]
    public async Task The_statuses_of_a_post_are_recorded_at_once()
    {
        (await Status(Fixtures.Bytes("208"))).ShouldBe(HttpStatusCode.OK);

        Recorders.Statuses.ShouldHaveSingleItem().Count.ShouldBe(1000);
    }

    [Fact]
    public async Task A_body_signed_with_the_previous_secret_is_accepted()
    {
        var body = Payload.Of(Payload.Text("6281200000001", "wamid.1"));

        using var answer = await _host.Post(body, Payload.Sign(body, "the-secret-until-yesterday"));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Without_a_good_signature_nothing_is_heard()
    {
        var body = Payload.Of(Payload.Text("6281200000001", "wamid.1"));
        var good = Payload.Sign(body, WebhookHost.Secret);
        var changed = (byte[])body.Clone();
        changed[^3] ^= 1;

        foreach (var (content, signatures) in new (byte[], string[])[]
        {
            (body, []),
            (body, [good[..^1]]),
            (body, [good.ToUpperInvariant()]),
            (body, [good[7..]]),
            (body, ["sha256=" + new string('z', 64)]),
            (body, [good, good]),
            (body, [Payload.Sign(body, "another")]),
            (changed, [good]),
            ([], [good]),
            ([.. body, (byte)' '], [good]),
        })
        {
            using var answer = await _host.Post(new ByteArrayContent(content), signatures);

            answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            (await answer.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        }

        Recorders.Heard.ShouldBeEmpty();
        Recorders.Quarantined.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refused_body_leaves_no_trace_in_the_log_and_one_warning()
    {
        var body = Payload.Of(Payload.Text("6281299988877", "wamid.geheim", "rahasia sekali"));
        for (var i = 0; i < 5; i++)
        {
            using var answer = await _host.Post(body, Payload.Sign(body, "another"));
        }

        _host.Log.Count(LogLevel.Warning).ShouldBe(1);
        var mac = Payload.Sign(body, WebhookHost.Secret)[7..];
        foreach (var secret in new[] { "6281299988877", "rahasia sekali", "wamid.geheim", mac, WebhookHost.Secret })
        {
            _host.Log.All.ShouldNotContain(secret);
        }
    }

    [Fact]
    public async Task A_body_longer_than_the_limit_is_refused()
    {
        var body = new byte[WebhookBody.Longest + 1];
        var signature = Payload.Sign(body, WebhookHost.Secret);

        (await Status(body)).ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        using var chunked = await _host.Post(new ChunkedContent(body), signature);
        chunked.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        _host.Gate.Inside.ShouldBe(0);
    }

    [Fact]
    public async Task A_large_body_sent_in_pieces_is_read_whole()
    {
        var text = new string('x', 3000);
        var body = Payload.Of([.. Enumerable.Range(0, 1000).Select(i => Payload.Text($"62812{i % 50:0000}", $"wamid.{i}", text))]);
        body.Length.ShouldBeGreaterThan(3_000_000);

        using var answer = await _host.Post(new ChunkedContent(body), Payload.Sign(body, WebhookHost.Secret));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        Recorders.Heard.Count.ShouldBe(1000);
    }

    [Fact]
    public async Task A_signed_body_that_is_no_JSON_is_quarantined_and_acknowledged()
    {
        (await Status(Encoding.UTF8.GetBytes("not json, but signed"))).ShouldBe(HttpStatusCode.OK);

        Recorders.Quarantined.ShouldHaveSingleItem().RawJson.ShouldBe("not json, but signed");
    }

    [Fact]
    public async Task A_message_that_is_not_written_is_not_acknowledged()
    {
        Recorders.OnHear = message => Task.FromResult(message.Id.Value != "wamid.2");

        using var answer = await _host.Post(Payload.Of(
            Payload.Text("6281200000001", "wamid.1"),
            Payload.Text("6281200000002", "wamid.2"),
            Payload.Text("6281200000003", "wamid.3")));

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        answer.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(1));
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        Recorders.Heard.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_conversation_that_throws_costs_the_acknowledgement_and_no_secret()
    {
        Recorders.OnHear = message => throw new InvalidOperationException($"cannot write {message.From.Phone}");

        (await Status(Payload.Of(Payload.Text("6281299988877", "wamid.1")))).ShouldBe(HttpStatusCode.ServiceUnavailable);

        _host.Log.All.ShouldContain("InvalidOperationException");
        _host.Log.All.ShouldNotContain("6281299988877");
    }

    [Theory]
    [InlineData("100")]
    [InlineData("168")]
    [InlineData("unreadable")]
    public async Task What_cannot_be_written_is_not_acknowledged(string file)
    {
        Recorders.Away = new TimeoutException("row 6281299988877");

        var body = file == "unreadable" ? Encoding.UTF8.GetBytes("{") : Fixtures.Bytes(file);

        (await Status(body)).ShouldBe(HttpStatusCode.ServiceUnavailable);
        _host.Log.All.ShouldNotContain("6281299988877");
    }

    [Fact]
    public async Task Beyond_the_limit_of_webhooks_in_flight_the_next_is_told_to_come_back()
    {
        var written = new TaskCompletionSource<bool>();
        var inside = new CountdownEvent(3);
        Recorders.OnHear = _ =>
        {
            inside.Signal();
            return written.Task;
        };
        var waiting = Enumerable.Range(1, 3)
            .Select(i => Status(Payload.Of(Payload.Text($"628120000000{i}", $"wamid.{i}"))))
            .ToList();
        inside.Wait();

        using var fourth = await _host.Post(Payload.Of(Payload.Text("6281200000009", "wamid.9")));
        fourth.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        fourth.Headers.RetryAfter.ShouldNotBeNull();

        written.SetResult(true);
        (await Task.WhenAll(waiting)).ShouldAllBe(status => status == HttpStatusCode.OK);
        Recorders.OnHear = _ => Task.FromResult(true);
        (await Status(Payload.Of(Payload.Text("6281200000009", "wamid.9")))).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_number_that_is_not_ours_is_kept_aside_with_a_warning()
    {
        var body = Payload.Change("""
            {"field":"messages","value":{"metadata":{"phone_number_id":"123456123"},"messages":[{"id":"ABGG"}]}}
            """);

        (await Status(body)).ShouldBe(HttpStatusCode.OK);

        Recorders.Quarantined.ShouldHaveSingleItem().Reason.ShouldBe("unknown business number");
        _host.Log.Count(LogLevel.Warning).ShouldBe(1);
    }

    [Fact]
    public async Task Bodies_of_messages_never_reach_the_log()
    {
        await Status(Payload.Of(Payload.Text("6281299988877", "wamid.1", "kata pribadi"), """{"from":"6281299988876"}"""));

        _host.Log.All.ShouldNotContain("kata pribadi");
        _host.Log.All.ShouldNotContain("628129998887");
    }

    private Task<HttpStatusCode> Status(byte[] body) => _host.Status(body);

    /// <summary>A body whose length is not announced.</summary>
    private sealed class ChunkedContent(byte[] body) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            for (var at = 0; at < body.Length; at += 50_000)
            {
                await stream.WriteAsync(body.AsMemory(at, Math.Min(50_000, body.Length - at)));
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
