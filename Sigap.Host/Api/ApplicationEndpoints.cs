using System.Data.Common;
using System.Text.Json;
using Sigap.Applications;
using Sigap.Content;
using Sigap.Host.Applications;
using Sigap.Host.Storage;
using Sigap.Kernel;

namespace Sigap.Host.Api;

/// <summary>The REST API an office's own system fills the applications through.</summary>
internal sealed class ApplicationEndpoints(IApplicationStore store, IContentSource content, TimeProvider time)
{
    public const int MostAtOnce = 1_000;
    public const int OneLimit = 64 * 1024;
    public const int ArrayLimit = 1024 * 1024;

    private static readonly JsonDocumentOptions Json = new() { MaxDepth = 8 };

    public async Task<IResult> Post(HttpRequest request, CancellationToken cancel)
    {
        if (!request.HasJsonContentType())
        {
            return Problem(StatusCodes.Status415UnsupportedMediaType, "Not JSON", "Send Content-Type: application/json.");
        }

        if (await BoundedBody.Read(request, ArrayLimit, cancel) is not { } body)
        {
            return Problem(
                StatusCodes.Status413PayloadTooLarge, "Too long", $"An array may have {ArrayLimit} bytes. Send it in parts.");
        }

        try
        {
            using var json = JsonDocument.Parse(body, Json);
            return json.RootElement.ValueKind switch
            {
                JsonValueKind.Object when body.Length > OneLimit =>
                    Problem(
                        StatusCodes.Status413PayloadTooLarge, "Too long", $"One application may have {OneLimit} bytes."),
                JsonValueKind.Object => await One(json.RootElement, cancel),
                JsonValueKind.Array when json.RootElement.GetArrayLength() > MostAtOnce =>
                    Problem(StatusCodes.Status400BadRequest, "Too many", $"Send at most {MostAtOnce} applications at once."),
                JsonValueKind.Array => await Many(json.RootElement, cancel),
                _ => Problem(StatusCodes.Status400BadRequest, "Not an application", "Send one object or an array of objects."),
            };
        }
        catch (JsonException broken)
        {
            return Problem(
                StatusCodes.Status400BadRequest, "Not JSON",
                $"The body is not JSON from line {broken.LineNumber + 1}, byte {broken.BytePositionInLine}.");
        }
        catch (Exception away) when (away is DbException or StorageFullException)
        {
            return Problem(
                StatusCodes.Status503ServiceUnavailable, "Not stored", "The database cannot be written now. Send it again later.");
        }
    }

    public async Task<IResult> Get(string number, CancellationToken cancel)
    {
        if (ApplicationNumber.Parse(number) is not { } parsed)
        {
            return Problem(StatusCodes.Status400BadRequest, "Not an application number", "An application number has 16 digits.");
        }

        try
        {
            return await store.Find(parsed, cancel) is { } found
                ? Results.Ok(ApplicationJson.From(found))
                : Problem(StatusCodes.Status404NotFound, "No such application", "No record with this number was sent to Sigap yet.");
        }
        catch (DbException)
        {
            return Problem(StatusCodes.Status503ServiceUnavailable, "Not read", "The database does not answer now. Ask again later.");
        }
    }

    private async Task<IResult> One(JsonElement element, CancellationToken cancel)
    {
        var (application, problems) = Check(element, Rules());
        if (application is null)
        {
            return Results.ValidationProblem(
                problems.GroupBy(problem => problem.Field)
                    .ToDictionary(field => field.Key, field => field.Select(problem => $"{problem.Reason}; {problem.Remedy}").ToArray()),
                title: "Not an application");
        }

        var outcomes = await store.Upsert([application], cancel);
        return Results.Ok(Summary([new ApplicationResult(0, Name(outcomes[0]), [])]));
    }

    private async Task<IResult> Many(JsonElement array, CancellationToken cancel)
    {
        var rules = Rules();
        var checks = array.EnumerateArray().Select(element => Check(element, rules)).ToList();
        var outcomes = await store.Upsert([.. checks.Select(check => check.Application).OfType<PassportApplication>()], cancel);

        var next = 0;
        return Results.Ok(Summary(
        [
            .. checks.Select((check, index) => check.Application is null
                ? new ApplicationResult(index, ApplicationResult.Refused, check.Problems)
                : new ApplicationResult(index, Name(outcomes[next++]), [])),
        ]));
    }

    private ApplicationRules Rules() => ApplicationRules.For(content.Current, time.GetUtcNow());

    private static (PassportApplication? Application, IReadOnlyList<FieldProblem> Problems) Check(
        JsonElement element, ApplicationRules rules)
    {
        var (draft, shape) = ApplicationJson.Read(element);
        var (application, problems) = rules.Check(draft);

        // A field with a problem of its shape is not reported again as empty.
        return shape.Count == 0
            ? (application, problems)
            : (null,
            [
                .. shape,
                .. problems.Where(problem => shape.All(known => known.Field != problem.Field && known.Field != "(item)")),
            ]);
    }

    private static ApplicationResults Summary(IReadOnlyList<ApplicationResult> results) => new(
        results.Count(result => result.Result == ApplicationResult.Stored),
        results.Count(result => result.Result == ApplicationResult.Older),
        results.Count(result => result.Result == ApplicationResult.Refused),
        results);

    private static string Name(UpsertOutcome outcome) =>
        outcome == UpsertOutcome.Stored ? ApplicationResult.Stored : ApplicationResult.Older;

    private static IResult Problem(int status, string title, string detail) =>
        Results.Problem(title: title, detail: detail, statusCode: status);
}
