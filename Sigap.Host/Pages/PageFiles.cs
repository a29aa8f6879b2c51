using System.Reflection;
using Microsoft.Net.Http.Headers;

namespace Sigap.Host.Pages;

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
        Map(routes, files, folder);
    }

    /// <summary>Serves the files of a page that is not a file itself.</summary>
    public static void Map(IEndpointRouteBuilder routes, string files, string folder) =>
        routes.MapGet($"{files}/{{file}}", (HttpContext http, string file) => Serve(http, folder, file)).ExcludeFromDescription();

    public static void Guard(IHeaderDictionary headers)
    {
        headers[HeaderNames.ContentSecurityPolicy] = Policy;
        headers[HeaderNames.XContentTypeOptions] = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
    }

    private static IResult Serve(HttpContext http, string folder, string file)
    {
        if (Here.GetManifestResourceStream($"{folder}.{file}") is not { } content)
        {
            return Results.NotFound();
        }

        Guard(http.Response.Headers);
        http.Response.Headers[HeaderNames.CacheControl] = "no-cache";
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
