using System.ComponentModel;
using System.Globalization;
using System.Text.Json.Serialization;
using Sigap.Content;
using Sigap.Host.Applications;
using Sigap.Kernel;

namespace Sigap.Host.Api;

/// <summary>An office's list of passports whose time to be collected runs out.</summary>
internal sealed class EndangeredEndpoint(EndangeredApplications applications, IContentSource content, TimeProvider time)
{
    private const int UsualDays = 21;
    private const int MostDays = 365;
    private const int MostAtOnce = 1_000;

    public static void Map(IEndpointRouteBuilder api) => api.MapGet(
            "/offices/{office}/endangered",
            (string office, int? days, EndangeredEndpoint endpoint, CancellationToken cancel) => endpoint.Get(office, days, cancel))
        .WithTags("Offices")
        .WithName("GetEndangered")
        .WithSummary("Lists passports that wait to be collected and may be cancelled soon.")
        .WithDescription(
            $"Passports that have been ready for {UsualDays} days (or the days given) or longer and are not collected, the longest " +
            $"waiting first, at most {MostAtOnce:N0}. days_left is negative when the time to collect is over.")
        .Produces<EndangeredJson>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private async Task<IResult> Get(string name, int? given, CancellationToken cancel)
    {
        var current = content.Current;
        if (!current.Offices.TryGetValue(new OfficeId(name), out var office))
        {
            return Results.Problem(
                title: "No such office",
                detail: $"The offices are {string.Join(", ", current.Offices.Keys.Select(id => id.Value).Order(StringComparer.Ordinal))}.",
                statusCode: StatusCodes.Status404NotFound);
        }

        if (given is < 0 or > MostDays)
        {
            return Results.Problem(
                title: "Not a number of days",
                detail: $"days is {given}; write a number from 0 to {MostDays}, or leave it out for {UsualDays}.",
                statusCode: StatusCodes.Status400BadRequest);
        }

        var today = office.LocalDate(time.GetUtcNow());
        var found = await applications.Find(office.Id, today.AddDays(-(given ?? UsualDays)), MostAtOnce, cancel);
        return Results.Ok(new EndangeredJson(
            Text(today), [.. found.Select(application => EndangeredPassport.From(application, today, current.Fact("collection-days")))]));
    }

    internal static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>The list as it stands in JSON.</summary>
internal sealed record EndangeredJson(
    [property: JsonPropertyName("today")]
    [property: Description("The office's local date the days are counted from.")]
    string Today,
    [property: JsonPropertyName("passports")] IReadOnlyList<EndangeredPassport> Passports);

internal sealed record EndangeredPassport(
    [property: JsonPropertyName("number")] string Number,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("ready_on")] string ReadyOn,
    [property: JsonPropertyName("collect_by")]
    [property: Description("The last day; after it the passport may be cancelled.")]
    string CollectBy,
    [property: JsonPropertyName("days_left")] int DaysLeft,
    [property: JsonPropertyName("reminded")]
    [property: Description("Its applicant asked about it over WhatsApp and is reminded there. If not, reach the applicant another way.")]
    bool Reminded)
{
    public static EndangeredPassport From(EndangeredApplication application, DateOnly today, int collectionDays)
    {
        var last = application.ReadyOn.AddDays(collectionDays);
        return new EndangeredPassport(
            application.Number.Value,
            application.Name,
            EndangeredEndpoint.Text(application.ReadyOn),
            EndangeredEndpoint.Text(last),
            last.DayNumber - today.DayNumber,
            application.IsReminded);
    }
}
