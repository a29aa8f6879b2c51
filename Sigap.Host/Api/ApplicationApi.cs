using Microsoft.AspNetCore.Mvc;

namespace Sigap.Host.Api;

/// <summary>The addresses under <c>/api/v1/applications</c>.</summary>
internal static class ApplicationApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var applications = api.MapGroup("/applications").WithTags("Applications");
        applications.MapPost(
                "",
                (HttpRequest request, ApplicationEndpoints endpoints, CancellationToken cancel) => endpoints.Post(request, cancel))
            .WithName("PostApplications")
            .WithSummary("Takes over one application, or up to 1,000 in an array.")
            .WithDescription(
                "New applications are added, known ones replaced, unless the stored record is newer by updated_at: sending the same " +
                "again changes nothing. One object with a wrong field is answered with 400 and the field's name; in an array, wrong " +
                "items are refused one by one (see results) and the others are stored. At most 64 KB for one object, 1 MB for an array.")
            .Accepts<ApplicationJson[]>("application/json")

            // Wider than our own limit, so that ours answers and not the server's bare one.
            .WithMetadata(new RequestSizeLimitAttribute(2 * ApplicationEndpoints.ArrayLimit))
            .Produces<ApplicationResults>()
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        applications.MapGet(
                "/{number}",
                (string number, ApplicationEndpoints endpoints, CancellationToken cancel) => endpoints.Get(number, cancel))
            .WithName("GetApplication")
            .WithSummary("Shows an application as Sigap has it.")
            .Produces<ApplicationJson>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }
}
