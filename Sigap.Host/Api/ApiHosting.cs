using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;
using Sigap.Host.Storage;

namespace Sigap.Host.Api;

public static class ApiHosting
{
    private const string KeyScheme = "ApiKey";

    /// <summary>Registers the REST API and its description. Needs the applications, the content source and a clock.</summary>
    /// <exception cref="CannotStartException">The settings do not fit: one line per problem.</exception>
    public static IServiceCollection AddSigapApi(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(ApiOptions.Section);
        CannotStartException.ThrowIfAny((section.Get<ApiOptions>() ?? new ApiOptions()).Validate());

        services.Configure<ApiOptions>(section);
        services.AddProblemDetails();
        services.AddOpenApi("v1", options => options.AddDocumentTransformer((document, _, _) =>
        {
            Describe(document);
            return Task.CompletedTask;
        }));
        return services.AddSingleton<ApiKeys>().AddSingleton<ApplicationEndpoints>();
    }

    /// <summary>Maps <c>/api/v1</c> and <c>/openapi/v1.json</c>.</summary>
    public static IEndpointRouteBuilder MapSigapApi(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapOpenApi("/openapi/{documentName}.json");

        var api = endpoints.MapGroup("/api/v1").WithTags("Applications").AddEndpointFilter<ApiKeyFilter>();
        api.MapPost(
                "/applications",
                (HttpRequest request, ApplicationEndpoints applications, CancellationToken cancel) => applications.Post(request, cancel))
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
        api.MapGet(
                "/applications/{number}",
                (string number, ApplicationEndpoints applications, CancellationToken cancel) => applications.Get(number, cancel))
            .WithName("GetApplication")
            .WithSummary("Shows an application as Sigap has it.")
            .Produces<ApplicationJson>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound);
        return endpoints;
    }

    private static void Describe(OpenApiDocument document)
    {
        document.Info.Title = "Sigap";
        document.Info.Description = "Fills the table of passport applications that applicants ask about over WhatsApp.";
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[KeyScheme] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Header,
            Name = ApiKeys.Header,
            Description = "A key whose SHA-256 stands in the settings under Api:Keys.",
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(KeyScheme, document)] = [] }];
    }
}
