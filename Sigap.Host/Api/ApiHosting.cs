using Microsoft.OpenApi;
using Sigap.Host.Api.Offices;
using Sigap.Host.Storage;

namespace Sigap.Host.Api;

public static class ApiHosting
{
    private const string KeyScheme = "ApiKey";

    /// <summary>Registers the REST API and its description. Needs the applications, the pickup desk, the costs, the content source and a clock.</summary>
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
        return services
            .AddSingleton<ApiKeys>()
            .AddSingleton<ApplicationEndpoints>()
            .AddSingleton<OfficeDesk>()
            .AddSingleton<DayEndpoints>()
            .AddSingleton<BookingEndpoints>()
            .AddSingleton<HallEndpoints>()
            .AddSingleton<EndangeredEndpoint>()
            .AddSingleton<CostsEndpoint>();
    }

    /// <summary>Maps <c>/api/v1</c> and <c>/openapi/v1.json</c>.</summary>
    public static IEndpointRouteBuilder MapSigapApi(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapOpenApi("/openapi/{documentName}.json");

        var api = endpoints.MapGroup("/api/v1").AddEndpointFilter<ApiKeyFilter>();
        ApplicationApi.Map(api);
        OfficeApi.Map(api);
        return endpoints;
    }

    private static void Describe(OpenApiDocument document)
    {
        document.Info.Title = "Sigap";
        document.Info.Description =
            "Applications: fills the table of passport applications that applicants ask about over WhatsApp. " +
            "Offices: the pickup queue, for kiosks, counters and an office's own system. Dates and times are the office's local ones.";
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
