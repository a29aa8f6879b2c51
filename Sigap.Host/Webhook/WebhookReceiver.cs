using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Sigap.Host.WhatsApp;

namespace Sigap.Host.Webhook;

/// <summary>
/// Takes a webhook: bounded, signed, read, and written before it is acknowledged. A 200 means that everything in it is
/// durable; whatever else happens, the answer is a bare status and WhatsApp sends it again.
/// </summary>
internal sealed class WebhookReceiver(
    WebhookGate gate,
    WebhookWriter writer,
    WebhookMetrics metrics,
    IKnownNumbers numbers,
    IEnumerable<IInboundCount> counts,
    IOptionsMonitor<WhatsAppOptions> options,
    TimeProvider clock,
    ILogger<WebhookReceiver> log)
{
    private static readonly TimeSpan WarningsApart = TimeSpan.FromMinutes(1);
    private const string ComeBackSeconds = "1";

    private long _nextWarning;

    public async Task Receive(HttpContext context)
    {
        var status = await Handle(context);
        metrics.Answered(status);
        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = ComeBackSeconds;
        }

        context.Response.StatusCode = status;
        context.Response.ContentLength = 0;
    }

    private async Task<int> Handle(HttpContext context)
    {
        // Before anything is read: a header that cannot be right costs us nothing.
        if (context.Request.Headers[WebhookSignature.Header] is not [var header]
            || WebhookSignature.Parse(header) is not { } signature)
        {
            return Refuse();
        }

        if (context.Request.ContentLength > WebhookBody.Longest)
        {
            return StatusCodes.Status413PayloadTooLarge;
        }

        if (!gate.TryEnter())
        {
            return StatusCodes.Status503ServiceUnavailable;
        }

        try
        {
            return await Take(context, signature);
        }
        catch (BadHttpRequestException e)
        {
            // Too long, too slow or cut off: the server's own judgement.
            return e.StatusCode;
        }
        catch (Exception e) when (e is IOException
            || (e is OperationCanceledException && context.RequestAborted.IsCancellationRequested))
        {
            // Nobody is listening any more; what was not written comes again.
            return StatusCodes.Status503ServiceUnavailable;
        }
        catch (Exception e)
        {
            // A fault of ours. Its text may quote the payload, so only its kind and place are told.
            log.LogError(
                "A webhook could not be handled: {Failure} at {Place}. It will be sent again", e.GetType().Name, e.StackTrace);
            return StatusCodes.Status503ServiceUnavailable;
        }
        finally
        {
            gate.Leave();
        }
    }

    private async Task<int> Take(HttpContext context, WebhookSignature signature)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = WebhookBody.Longest;
        }

        var settings = options.CurrentValue;
        WebhookBatch batch;
        using (var body = await WebhookBody.Read(context.Request.Body, context.RequestAborted))
        {
            if (body is null)
            {
                return StatusCodes.Status413PayloadTooLarge;
            }

            if (!signature.IsOf(body.Bytes.Span, settings.AppSecret, settings.PreviousAppSecret))
            {
                return Refuse();
            }

            batch = WebhookReader.Read(body.Bytes, clock.GetUtcNow(), numbers.IsOurs);
        }

        metrics.Read(batch);
        Count(batch);
        return await writer.Write(batch, settings.MaxApplicantsAtOnce, context.RequestAborted)
            ? StatusCodes.Status200OK
            : StatusCodes.Status503ServiceUnavailable;
    }

    /// <summary>Once for each business number.</summary>
    private void Count(WebhookBatch batch)
    {
        foreach (var number in batch.Messages.CountBy(message => message.Business))
        {
            foreach (var count in counts)
            {
                count.Count(number.Key, number.Value);
            }
        }
    }

    /// <summary>Said once a minute at most: whoever knocks without the secret does not get to fill the log.</summary>
    private int Refuse()
    {
        var now = clock.GetTimestamp();
        var due = Volatile.Read(ref _nextWarning);
        var next = now + (long)(WarningsApart.TotalSeconds * clock.TimestampFrequency);
        if (now >= due && Interlocked.CompareExchange(ref _nextWarning, next, due) == due)
        {
            log.LogWarning("A webhook without a valid signature was refused. If it is WhatsApp's: check WhatsApp:AppSecret");
        }

        return StatusCodes.Status401Unauthorized;
    }
}
