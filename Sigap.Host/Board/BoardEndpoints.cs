using Microsoft.Net.Http.Headers;
using Sigap.Content;
using Sigap.Host.Pages;

namespace Sigap.Host.Board;

/// <summary>The addresses of the boards. They need no key: there is nothing personal on a wall.</summary>
internal static class BoardEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        PageFiles.Map(routes, "/board/page", BoardPage.Folder);
        var boards = routes.MapGroup("/board").ExcludeFromDescription();
        boards.MapGet("/", (HttpContext http, IContentSource content) => List(http, content, StatusCodes.Status200OK));
        boards.MapGet("/{office}", Page);
        boards.MapGet("/{office}/events", Events);
    }

    private static async Task<IResult> Page(
        string office,
        HttpContext http,
        BoardCamera camera,
        BoardFeeds feeds,
        IContentSource content,
        TimeProvider time,
        CancellationToken cancel)
    {
        if (camera.OfficeOf(office) is not { } known)
        {
            return List(http, content, StatusCodes.Status404NotFound);
        }

        return Html(http, BoardPage.Of(known, await feeds.Of(known).Now(cancel), time.GetUtcNow()), StatusCodes.Status200OK);
    }

    private static IResult Events(string office, HttpContext http, BoardCamera camera, BoardFeeds feeds, BoardStream stream)
    {
        if (camera.OfficeOf(office) is not { } known)
        {
            return Results.NotFound();
        }

        if (feeds.Of(known).Watch() is not { } watcher)
        {
            http.Response.Headers.RetryAfter = "10";
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        http.Response.RegisterForDispose(watcher);

        // A page names the scene it shows: in the header when its line broke, in the address when it connects anew.
        string? last = http.Request.Headers["Last-Event-ID"];
        last ??= http.Request.Query["after"];

        // Proxies would gather events into blocks.
        http.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(stream.Listen(watcher, last, http.RequestAborted));
    }

    private static IResult List(HttpContext http, IContentSource content, int status) =>
        Html(http, BoardPage.List(content.Current.Offices.Values), status);

    private static IResult Html(HttpContext http, string html, int status)
    {
        PageFiles.Guard(http.Response.Headers);
        http.Response.Headers[HeaderNames.CacheControl] = "no-store";
        return Results.Content(html, "text/html; charset=utf-8", statusCode: status);
    }
}
