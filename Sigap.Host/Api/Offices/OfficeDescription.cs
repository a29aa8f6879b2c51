using System.Globalization;
using Microsoft.OpenApi;
using Sigap.Pickup;

namespace Sigap.Host.Api.Offices;

/// <summary>What the OpenAPI description says of the offices' addresses beyond their types.</summary>
internal static class OfficeDescription
{
    private const string Invalid = "`invalid`: errors names each field.";

    private static readonly Dictionary<string, string> Parameters = new()
    {
        ["office"] = "The office's id in the configuration, for example jakarta-pusat.",
        ["date"] = "The office's local date: 2026-11-24. Left out: today.",
        ["from"] = "The first local date: 2026-11-24. Left out: today.",
        ["days"] = $"How many days, 1 to {DayEndpoints.MostDays}.",
        ["waiting"] = $"Ready for so many days or longer, 0 to {EndangeredEndpoint.MostDays}. Left out: {EndangeredEndpoint.UsualDays}.",
        ["month"] = "A month: 2026-11. Left out: this month.",
        ["code"] = "A booking's code: six letters and digits.",
        ["number"] = "A ticket number: A-041.",
        ["counter"] = $"The counter's number, 1 to {HallEndpoints.MostCounters}.",
    };

    /// <summary>A request that changes something: it can be repeated with its key.</summary>
    public static RouteHandlerBuilder Repeatable(this RouteHandlerBuilder endpoint) => endpoint
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = IdempotencyKey.Header,
                In = ParameterLocation.Header,
                Required = true,
                Description = "Chosen anew for everything to be done, for example a UUID. The same key with the same body on the " +
                    "same day is done once, however often it is sent, and answered the same way.",
                Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.String,
                    MinLength = IdempotencyKey.Shortest,
                    MaxLength = IdempotencyKey.Longest,
                },
            });
            return Task.CompletedTask;
        });

    /// <summary>A request with a body.</summary>
    public static RouteHandlerBuilder Takes<T>(this RouteHandlerBuilder endpoint)
        where T : notnull =>
        endpoint.Accepts<T>("application/json").ProducesProblem(StatusCodes.Status415UnsupportedMediaType);

    /// <summary>Names every refusal with its code and remedy.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params PickupRefusal[] refusals)
    {
        var byStatus = refusals.Append(PickupRefusal.NotAvailable)
            .Select(refusal => Refusal.All[refusal])
            .GroupBy(refusal => refusal.Status)
            .ToDictionary(
                group => group.Key,
                group => string.Join("\n\n", group.Select(refusal => $"`{refusal.Code}`: {refusal.Remedy}")));
        foreach (var status in byStatus.Keys)
        {
            endpoint.ProducesProblem(status);
        }

        return endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            foreach (var (status, text) in byStatus)
            {
                Say(operation, status, text);
            }

            return Task.CompletedTask;
        });
    }

    /// <summary>What all addresses of an office share.</summary>
    public static RouteGroupBuilder DescribeOffices(this RouteGroupBuilder offices) => offices
        .ProducesValidationProblem()
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            Say(operation, StatusCodes.Status400BadRequest, Invalid + (Key(operation) ? "\n\n`idempotency-key-missing`: send one." : ""));
            Say(operation, StatusCodes.Status404NotFound, "`unknown-office`: the known ones are named.");
            foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>().Where(known => known.Description is null))
            {
                parameter.Description = Parameters.GetValueOrDefault(parameter.Name!);
            }

            return Task.CompletedTask;
        });

    private static bool Key(OpenApiOperation operation) =>
        operation.Parameters?.Any(parameter => parameter.Name == IdempotencyKey.Header) ?? false;

    private static void Say(OpenApiOperation operation, int status, string text)
    {
        if (operation.Responses?.GetValueOrDefault(status.ToString(CultureInfo.InvariantCulture)) is { } response)
        {
            response.Description = response.Description is { Length: > 0 } said && said.StartsWith('`') ? $"{said}\n\n{text}" : text;
        }
    }
}
