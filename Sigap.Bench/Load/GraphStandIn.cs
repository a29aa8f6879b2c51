using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Sigap.Bench.Load;

/// <summary>
/// Stands in for the Graph API, on this machine only: takes every message, gives it an id, and tells the applicant. Looks
/// for three members in a body and reads nothing else.
/// </summary>
internal sealed class GraphStandIn : IAsyncDisposable
{
    private static readonly byte[] ReadMark = Encoding.ASCII.GetBytes("{\"success\":true}");

    private readonly WebApplication _app;
    private readonly Population _population;
    private int _readMarks;

    private GraphStandIn(WebApplication app, Population population) => (_app, _population) = (app, population);

    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public int ReadMarks => Volatile.Read(ref _readMarks);

    public static async Task<GraphStandIn> Start(Population population, CancellationToken cancel)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server => server.AddServerHeader = false).UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var standIn = new GraphStandIn(app, population);
        app.Run(standIn.Answer);
        await app.StartAsync(cancel);
        return standIn;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
    }

    private async Task Answer(HttpContext context)
    {
        var reader = context.Request.BodyReader;
        var read = await reader.ReadAsync(context.RequestAborted);
        while (!read.IsCompleted)
        {
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            read = await reader.ReadAsync(context.RequestAborted);
        }

        var answer = Take(read.Buffer.IsSingleSegment ? read.Buffer.FirstSpan : read.Buffer.ToArray());
        reader.AdvanceTo(read.Buffer.End);
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = answer.Length;
        await context.Response.BodyWriter.WriteAsync(answer, context.RequestAborted);
    }

    private byte[] Take(ReadOnlySpan<byte> body)
    {
        var at = Stopwatch.GetTimestamp();
        var callback = Member(body, "\"biz_opaque_callback_data\":\""u8);
        var phone = Member(body, "\"to\":\"+"u8);
        if (callback.IsEmpty || phone.IsEmpty)
        {
            Interlocked.Increment(ref _readMarks);
            return ReadMark;
        }

        // {conversation}:{number of the reply}:{attempt}
        var number = callback[(callback.IndexOf((byte)':') + 1)..];
        _ = Utf8Parser.TryParse(number, out long reply, out _);
        _ = Utf8Parser.TryParse(phone[^8..], out int applicant, out _);
        var waId = Encoding.ASCII.GetString(phone);
        var id = string.Create(CultureInfo.InvariantCulture, $"wamid.HBgNNjI4MTIwMDAwMDAwFQIAERgSQkVOQ0g{waId}R{reply}A");
        _population.Receive(applicant, reply, new ReplyArrival(at, id, Encoding.ASCII.GetString(callback)));
        return Encoding.ASCII.GetBytes(
            $$"""{"messaging_product":"whatsapp","contacts":[{"input":"+{{waId}}","wa_id":"{{waId}}"}],"messages":[{"id":"{{id}}"}]}""");
    }

    /// <summary>Inside a text a quote would be escaped, so the name with its quotes is found as a member only.</summary>
    private static ReadOnlySpan<byte> Member(ReadOnlySpan<byte> body, ReadOnlySpan<byte> opening)
    {
        var start = body.IndexOf(opening);
        if (start < 0)
        {
            return [];
        }

        var value = body[(start + opening.Length)..];
        var end = value.IndexOf((byte)'"');
        return end < 0 ? [] : value[..end];
    }
}
