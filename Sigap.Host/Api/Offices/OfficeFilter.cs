using Sigap.Content;
using Sigap.Kernel;
using Sigap.Pickup;

namespace Sigap.Host.Api.Offices;

/// <summary>Lets a request through when its office is known and a change can be told from its repetition.</summary>
internal sealed class OfficeFilter(IContentSource content, TimeProvider time) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var offices = content.Current.Offices;
        if (!offices.TryGetValue(new OfficeId((string)http.Request.RouteValues["office"]!), out var office))
        {
            return OfficeProblems.UnknownOffice(offices.Keys);
        }

        var today = new PickupDayId(office.Id, office.LocalDate(time.GetUtcNow()));
        if (!HttpMethods.IsPost(http.Request.Method))
        {
            http.Features.Set(new OfficeVisit(office, today, 0, OfficeBody.None));
            return await next(context);
        }

        if (IdempotencyKey.Of(http.Request) is not { } key)
        {
            return OfficeProblems.NoIdempotencyKey();
        }

        if (await OfficeBody.Read(http.Request, http.RequestAborted) is not { } body)
        {
            return OfficeProblems.TooLong();
        }

        http.Features.Set(new OfficeVisit(office, today, key.Request(office.Id, http.Request.Path, body), body));
        return await next(context);
    }
}
