using Sigap.Kernel;

namespace Sigap.Host.Api.Offices;

/// <summary>What is wrong with a request before an office is asked. Each has a <c>code</c> that stays.</summary>
internal static class OfficeProblems
{
    public static IResult UnknownOffice(IEnumerable<OfficeId> known) => Problem(
        StatusCodes.Status404NotFound, "unknown-office", "No such office",
        $"The offices are {string.Join(", ", known.Select(office => office.Value).Order(StringComparer.Ordinal))}.");

    public static IResult NoIdempotencyKey() => Problem(
        StatusCodes.Status400BadRequest, "idempotency-key-missing", $"No {IdempotencyKey.Header}",
        $"Send a header {IdempotencyKey.Header} of {IdempotencyKey.Shortest} to {IdempotencyKey.Longest} visible ASCII characters, " +
        "for example a new UUID for everything to be done, and the same again when you repeat it.");

    public static IResult TooLong() => Problem(
        StatusCodes.Status413PayloadTooLarge, "too-long", "Too long", $"A body may have {OfficeBody.Limit} bytes.");

    public static IResult NotJson() => Problem(
        StatusCodes.Status415UnsupportedMediaType, "not-json", "Not JSON", "Send Content-Type: application/json.");

    public static IResult Date() => Field("date", "not a date; write it as 2026-11-24, or leave it out for today");

    public static IResult Field(string field, string problem) => Fields(new Dictionary<string, string[]> { [field] = [problem] });

    public static IResult Fields(IDictionary<string, string[]> problems) => Results.ValidationProblem(
        problems, title: "Not as described", extensions: new Dictionary<string, object?> { ["code"] = "invalid" });

    public static IResult Problem(
        int status, string code, string title, string detail, IDictionary<string, object?>? more = null) => Results.Problem(
        title: title,
        detail: detail,
        statusCode: status,
        extensions: new Dictionary<string, object?>(more ?? new Dictionary<string, object?>()) { ["code"] = code });
}
