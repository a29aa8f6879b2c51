using System.Reflection;
using Microsoft.Net.Http.Headers;

namespace Sigap.Host.Simulator;

/// <summary>Pages travel inside the program. Their policy lets nothing in from elsewhere and runs no script written into the page.</summary>
internal static class PageFiles
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly Assembly Here = typeof(PageFiles).Assembly;

    /// <summary>Serves <paramref name="index"/> at <paramref name="path"/> and its files below it.</summary>
    public static void Map(IEndpointRouteBuilder routes, string path, string files, string folder, string index)
    {
        routes.MapGet(path, (HttpContext http) => Serve(http, folder, index)).ExcludeFromDescription();
        routes.MapGet($"{files}/{{file}}", (HttpContext http, string file) => Serve(http, folder, file)).ExcludeFromDescription();
    }

    private static IResult Serve(HttpContext http, string folder, string file)
    {
        if (Here.GetManifestResourceStream($"{folder}.{file}") is not { } content)
        {
            return Results.NotFound();
        }

        var headers = http.Response.Headers;
        headers[HeaderNames.ContentSecurityPolicy] = Policy;
        headers[HeaderNames.XContentTypeOptions] = "nosniff";
        headers[HeaderNames.CacheControl] = "no-cache";
        headers["Referrer-Policy"] = "no-referrer";
        return Results.Stream(content, ContentType(file));
    }

    private static string ContentType(string file) => Path.GetExtension(file) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "application/octet-stream",
    };
}
