using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Json;
using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Host.WhatsApp;

/// <summary>
/// Tells from an answer how a send ended. An answer is a stranger's text: read up to a bound, believed only where it has
/// the shape of the Graph API, never passed on.
/// </summary>
internal static class GraphAnswer
{
    public const int LongestBody = 64 * 1024;
    private const int FirstServerError = 500;
    private const int LongestMessageId = 512;

    public static async Task<SendOutcome> Read(HttpResponseMessage response, DateTimeOffset now, CancellationToken cancel)
    {
        var status = (int)response.StatusCode;
        var retryAfter = RetryAfter(response.Headers.RetryAfter, now);
        using var body = await ReadBody(response, cancel);
        if (body?.RootElement is { ValueKind: JsonValueKind.Object } root)
        {
            if (root.TryGetProperty("error"u8, out var error))
            {
                return new SendOutcome.Refused(CodeOf(error), status, retryAfter);
            }

            if (response.IsSuccessStatusCode && MessageIdOf(root) is { } id)
            {
                return new SendOutcome.Accepted(id);
            }
        }

        // A success nobody can read, or a broken gateway on the way: the message may have been taken all the same.
        return response.IsSuccessStatusCode || status >= FirstServerError
            ? new SendOutcome.Unknown($"answer {status} not understood")
            : new SendOutcome.Refused(0, status, retryAfter);
    }

    private static async Task<JsonDocument?> ReadBody(HttpResponseMessage response, CancellationToken cancel)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(LongestBody + 1);
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(cancel);
            var room = buffer.AsMemory(0, LongestBody + 1);
            var length = await stream.ReadAtLeastAsync(room, room.Length, throwOnEndOfStream: false, cancel);

            // The copy lives as long as the document; an answer is a few hundred bytes.
            return length > LongestBody ? null : JsonDocument.Parse(room[..length].ToArray());
        }
        catch (JsonException)
        {
            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private static int CodeOf(JsonElement error)
    {
        if (error.ValueKind != JsonValueKind.Object || !error.TryGetProperty("code"u8, out var code))
        {
            return 0;
        }

        return code.ValueKind switch
        {
            JsonValueKind.Number when code.TryGetInt32(out var number) => number,
            JsonValueKind.String when int.TryParse(Text(code), out var number) => number,
            _ => 0,
        };
    }

    private static MessageId? MessageIdOf(JsonElement root) =>
        root.TryGetProperty("messages"u8, out var messages)
            && messages.ValueKind == JsonValueKind.Array
            && messages.GetArrayLength() > 0
            && messages[0].ValueKind == JsonValueKind.Object
            && messages[0].TryGetProperty("id"u8, out var id)
            && id.ValueKind == JsonValueKind.String
            && Text(id) is { Length: > 0 and <= LongestMessageId } text
            ? new MessageId(text)
            : null;

    private static string? Text(JsonElement element)
    {
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static TimeSpan? RetryAfter(RetryConditionHeaderValue? header, DateTimeOffset now)
    {
        var wait = header?.Delta ?? header?.Date - now;
        return wait is { } span && span < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
