using System.Buffers;
using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Sigap.Bench.Drill.Graph;

/// <summary>
/// Stands in for the Graph API over real HTTP: writes every send down, treats it as the fault of the moment has it, and has its
/// statuses posted.
/// </summary>
internal sealed class GraphServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly GraphLedger _ledger;
    private readonly StatusMail _mail;
    private readonly Action<GraphSend> _hear;
    private readonly CancellationToken _end;
    private readonly Random _random;
    private readonly Lock _dice = new();

    private GraphServer(
        WebApplication app, GraphLedger ledger, StatusMail mail, Action<GraphSend> hear, int seed, CancellationToken end) =>
        (_app, _ledger, _mail, _hear, _random, _end) = (app, ledger, mail, hear, new Random(seed), end);

    /// <summary>Where it listens. On every address of the machine its host is 0.0.0.0.</summary>
    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public GraphLedger Ledger => _ledger;

    /// <summary>May be changed at any time.</summary>
    public GraphFault Fault { get; set; } = GraphFault.None;

    /// <param name="hear">Called for each reply that is taken the first time.</param>
    /// <param name="end">Nothing is posted any more after it.</param>
    public static async Task<GraphServer> Start(
        IPAddress address, GraphLedger ledger, StatusMail mail, Action<GraphSend> hear, int seed, CancellationToken end)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Listen(address, 0);
        });
        var app = builder.Build();
        var server = new GraphServer(app, ledger, mail, hear, seed, end);
        app.Run(server.Answer);
        await app.StartAsync(end);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource();
        await atOnce.CancelAsync();
        await _app.StopAsync(atOnce.Token);
        await _app.DisposeAsync();
    }

    private async Task Answer(HttpContext context)
    {
        try
        {
            var request = GraphRequest.Read(BusinessOf(context.Request.Path), await Body(context));
            await (request switch
            {
                GraphRequest.Message message => Take(context, message),
                GraphRequest.ReadMark => Mark(context),
                _ => Strange(context),
            });
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException)
        {
            // The node gave up, or died; what was written down stays.
        }
    }

    private async Task Take(HttpContext context, GraphRequest.Message message)
    {
        var (fault, behaviour, isTold) = Throw();
        var send = _ledger.Add(message, behaviour, out var isNew);
        if (isNew)
        {
            _hear(send);
        }

        if (send.IsTaken && isTold)
        {
            await _mail.Announce(send, _end);
        }

        await GraphAnswer.Write(context, send);
    }

    private (GraphFault Fault, GraphBehaviour Behaviour, bool IsTold) Throw()
    {
        var fault = Fault;
        lock (_dice)
        {
            return (fault, fault.Choose(_random), _random.NextDouble() < fault.Told);
        }
    }

    private Task Mark(HttpContext context)
    {
        _ledger.Marked();
        return GraphAnswer.ReadMark(context);
    }

    private Task Strange(HttpContext context)
    {
        _ledger.Strange();
        return GraphAnswer.Strange(context);
    }

    /// <summary>/{version}/{phone number id}/messages</summary>
    private static string BusinessOf(PathString path) => path.Value?.Split('/') is [_, _, var business, ..] ? business : "";

    private static async Task<byte[]> Body(HttpContext context)
    {
        var reader = context.Request.BodyReader;
        var read = await reader.ReadAsync(context.RequestAborted);
        while (!read.IsCompleted)
        {
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            read = await reader.ReadAsync(context.RequestAborted);
        }

        var body = read.Buffer.ToArray();
        reader.AdvanceTo(read.Buffer.End);
        return body;
    }
}
