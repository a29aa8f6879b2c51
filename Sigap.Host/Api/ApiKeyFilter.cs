namespace Sigap.Host.Api;

/// <summary>Lets nobody pass without a key; the answer does not say whether the key was missing or wrong.</summary>
internal sealed class ApiKeyFilter(ApiKeys keys) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        keys.NameOf(context.HttpContext.Request.Headers[ApiKeys.Header]) is null
            ? Results.Problem(
                title: "No valid API key",
                detail: $"Send your key in the header {ApiKeys.Header}. Keys are set up in {ApiOptions.Section}:Keys.",
                statusCode: StatusCodes.Status401Unauthorized)
            : await next(context);
}
