using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sigap.Host.Api.Offices;

/// <summary>The body of a request, read once and bounded.</summary>
internal sealed record OfficeBody(bool IsJson, ReadOnlyMemory<byte> Bytes)
{
    public const int Limit = 16 * 1024;
    private const int LongestName = 40;

    public static readonly OfficeBody None = new(false, default);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        MaxDepth = 8,
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <returns>Null when it is longer than the limit.</returns>
    public static async Task<OfficeBody?> Read(HttpRequest request, CancellationToken cancel) =>
        await BoundedBody.Read(request, Limit, cancel) is { } bytes ? new OfficeBody(request.HasJsonContentType(), bytes) : null;

    /// <returns>The content, or the answer that says what is wrong with it.</returns>
    public (T? Content, IResult? Problem) As<T>()
        where T : class
    {
        if (!IsJson)
        {
            return (null, OfficeProblems.NotJson());
        }

        try
        {
            return JsonSerializer.Deserialize<T>(Bytes.Span, Json) is { } content
                ? (content, null)
                : (null, OfficeProblems.Field("(body)", "null is no content; send an object"));
        }
        catch (JsonException broken)
        {
            return (null, OfficeProblems.Field(FieldOf(broken), "not as described at /openapi/v1.json; look at name and type"));
        }
        catch (InvalidOperationException)
        {
            return (null, OfficeProblems.Field("(body)", "half of a surrogate pair in it; send valid Unicode"));
        }
    }

    // A name that is not ours may be anything, so it is not repeated.
    private static string FieldOf(JsonException broken) =>
        broken.Path is ['$', '.', .. { Length: <= LongestName } field]
            && field.All(letter => letter is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_' or '[' or ']')
            && !broken.Message.Contains("could not be mapped", StringComparison.Ordinal)
            ? field
            : "(body)";
}
