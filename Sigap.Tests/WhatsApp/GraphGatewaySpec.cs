using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Sigap.Host.WhatsApp;
using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Tests.WhatsApp;

/// <summary>Every end of a send is told apart: taken, refused, not sent, or nobody knows.</summary>
public sealed class GraphGatewaySpec : IAsyncLifetime
{
    private static readonly BusinessNumberId Business = new("109000000000001");
    private static readonly Applicant Phone = Applicant.From("6281200000001", "ID.1")!;

    private GraphStandIn _graph = null!;
    private ServiceProvider _services = null!;

    public async Task InitializeAsync()
    {
        _graph = await GraphStandIn.Start();
        _services = new ServiceCollection()
            .AddLogging()
            .Configure<WhatsAppOptions>(options =>
            {
                options.GraphUrl = _graph.Url;
                options.AccessToken = "token-one";
            })
            .AddWhatsAppGateway()
            .BuildServiceProvider();
    }

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        await _graph.DisposeAsync();
    }

    [Fact]
    public async Task A_message_taken_has_an_id()
    {
        (await Send()).ShouldBe(new SendOutcome.Accepted(new MessageId("wamid.out")));

        var (path, authorization, body) = _graph.Asked.ShouldHaveSingleItem();
        path.ShouldBe("/v25.0/109000000000001/messages");
        authorization.ShouldBe("Bearer token-one");
        JsonDocument.Parse(body).RootElement.GetProperty("to").GetString().ShouldBe("+6281200000001");
    }

    [Fact]
    public async Task A_refusal_tells_its_code_its_status_and_how_long_to_wait()
    {
        _graph.Answer = context => GraphStandIn.Json(context, 400, """{"error":{"message":"(#130429)","code":130429}}""", retryAfter: "7");

        (await Send()).ShouldBe(new SendOutcome.Refused(130429, 400, TimeSpan.FromSeconds(7)));
    }

    [Theory]
    [InlineData(500, """{"error":{"code":"131000"}}""", 131000)]
    [InlineData(401, """{"error":{"message":"no code"}}""", 0)]
    [InlineData(400, """{"error":"words only"}""", 0)]
    [InlineData(404, "<html>not here</html>", 0)]
    [InlineData(429, "", 0)]
    [InlineData(302, "", 0)]
    [InlineData(200, """{"error":{"code":131016}}""", 131016)]
    public async Task A_refusal_in_any_dress_is_a_refusal(int status, string body, int code)
    {
        _graph.Answer = context => GraphStandIn.Json(context, status, body);

        (await Send()).ShouldBe(new SendOutcome.Refused(code, status));
    }

    [Theory]
    [InlineData(502, "<html>bad gateway</html>")]
    [InlineData(503, "")]
    [InlineData(504, "{}")]
    [InlineData(200, "")]
    [InlineData(200, "<html>welcome</html>")]
    [InlineData(200, """{"messages":[]}""")]
    [InlineData(200, """{"messages":[{"id":"\ud83d"}]}""")]
    [InlineData(200, "[1]")]
    public async Task An_answer_that_says_nothing_leaves_the_outcome_unknown(int status, string body)
    {
        _graph.Answer = context => GraphStandIn.Json(context, status, body);

        (await Send()).ShouldBeOfType<SendOutcome.Unknown>();
    }

    [Fact]
    public async Task An_endless_answer_is_not_read_to_its_end()
    {
        _graph.Answer = context => GraphStandIn.Json(
            context, 200, $$$"""{"messages":[{"id":"wamid.out"}],"padding":"{{{new string('x', GraphAnswer.LongestBody)}}}"}""");

        (await Send()).ShouldBeOfType<SendOutcome.Unknown>();
    }

    [Fact]
    public async Task Where_nobody_listens_nothing_is_sent()
    {
        await Reconfigure(options => options.GraphUrl = GraphStandIn.NobodysUrl());

        (await Send()).ShouldBeOfType<SendOutcome.NotSent>();
    }

    [Fact]
    public async Task A_name_that_does_not_resolve_gets_nothing()
    {
        await Reconfigure(options => options.GraphUrl = "http://graph.invalid");

        (await Send()).ShouldBeOfType<SendOutcome.NotSent>();
    }

    [Fact]
    public async Task A_partner_that_does_not_speak_TLS_gets_nothing()
    {
        await Reconfigure(options => options.GraphUrl = _graph.Url.Replace("http:", "https:", StringComparison.Ordinal));

        (await Send()).ShouldBeOfType<SendOutcome.NotSent>();
        _graph.Asked.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null, "http://127.0.0.1:1")]
    [InlineData("token", null)]
    [InlineData("token", "not an address")]
    public async Task Without_usable_settings_nothing_is_sent(string? token, string? url)
    {
        await Reconfigure(options => (options.AccessToken, options.GraphUrl) = (token, url));

        (await Send()).ShouldBeOfType<SendOutcome.NotSent>();
    }

    [Fact]
    public async Task No_answer_in_time_leaves_the_outcome_unknown()
    {
        await Reconfigure(options => options.SendTimeout = TimeSpan.FromMilliseconds(200));
        _graph.Answer = context => Task.Delay(Timeout.Infinite, context.RequestAborted);

        (await Send()).ShouldBeOfType<SendOutcome.Unknown>();
    }

    [Fact]
    public async Task A_caller_who_stops_waiting_knows_as_little()
    {
        using var cancel = new CancellationTokenSource();
        _graph.Answer = async context =>
        {
            await cancel.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        };

        (await Gateway.Send(Message(), cancel.Token)).ShouldBeOfType<SendOutcome.Unknown>();
    }

    [Fact]
    public async Task A_connection_cut_after_the_request_leaves_the_outcome_unknown_and_nothing_is_repeated()
    {
        // The first send leaves an open connection; the client believes it alive when the second one is cut.
        (await Send()).ShouldBeOfType<SendOutcome.Accepted>();
        _graph.Answer = context =>
        {
            context.Abort();
            return Task.CompletedTask;
        };

        (await Send()).ShouldBeOfType<SendOutcome.Unknown>();

        _graph.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_answer_cut_in_the_middle_leaves_the_outcome_unknown()
    {
        _graph.Answer = async context =>
        {
            context.Response.ContentLength = 1000;
            await context.Response.WriteAsync("""{"messages":[{"id":"wam""");
            await context.Response.Body.FlushAsync();
            context.Abort();
        };

        (await Send()).ShouldBeOfType<SendOutcome.Unknown>();
    }

    [Fact]
    public async Task A_redirect_is_not_followed_with_the_token()
    {
        _graph.Answer = context =>
        {
            context.Response.Redirect($"{_graph.Url}/elsewhere");
            return Task.CompletedTask;
        };

        (await Send()).ShouldBeOfType<SendOutcome.Refused>();
        _graph.Asked.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Reading_is_marked_with_the_typing_indicator()
    {
        await Gateway.MarkRead(Business, new MessageId("wamid.in"), typing: true, CancellationToken.None);

        JsonDocument.Parse(_graph.Asked.ShouldHaveSingleItem().Body).RootElement.GetRawText().ShouldBe(
            """{"messaging_product":"whatsapp","status":"read","message_id":"wamid.in","typing_indicator":{"type":"text"}}""");
    }

    [Fact]
    public async Task A_courtesy_that_fails_harms_nobody()
    {
        _graph.Answer = context => GraphStandIn.Json(context, 500, "");
        await Gateway.MarkRead(Business, new MessageId("wamid.in"), typing: false, CancellationToken.None);

        await Reconfigure(options => options.GraphUrl = GraphStandIn.NobodysUrl());
        await Gateway.MarkRead(Business, new MessageId("wamid.in"), typing: false, CancellationToken.None);
    }

    [Fact]
    public async Task Reading_is_not_marked_where_that_is_switched_off()
    {
        await Reconfigure(options => options.MarkAsRead = false);

        await Gateway.MarkRead(Business, new MessageId("wamid.in"), typing: true, CancellationToken.None);

        _graph.Asked.ShouldBeEmpty();
    }

    private IWhatsAppGateway Gateway => _services.GetRequiredService<IWhatsAppGateway>();

    private Task<SendOutcome> Send() => Gateway.Send(Message(), CancellationToken.None);

    private static OutboundMessage Message() => new(Business, Phone, new OutboundBody.Plain("halo"), "c1:1:1");

    private async Task Reconfigure(Action<WhatsAppOptions> change)
    {
        await _services.DisposeAsync();
        _services = new ServiceCollection()
            .AddLogging()
            .Configure<WhatsAppOptions>(options =>
            {
                options.GraphUrl = _graph.Url;
                options.AccessToken = "token-one";
                change(options);
            })
            .AddWhatsAppGateway()
            .BuildServiceProvider();
    }
}
