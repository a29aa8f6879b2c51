using Sigap.Host.Pages;
using Sigap.Host.Simulator;

namespace Sigap.Host.StartPage;

public static class StartPageHosting
{
    /// <summary>Maps the start page at <c>/</c>. Demo hints are shown where an <see cref="IDemoHints"/> is registered and the simulator is on, boards where <see cref="IBoardLinks"/> are.</summary>
    public static IEndpointRouteBuilder MapStartPage(this IEndpointRouteBuilder routes)
    {
        PageFiles.Map(routes, "/", "/start", "Sigap.Host.StartPage.Page", "start.html");
        routes.MapGet("/start/facts", Facts).ExcludeFromDescription();
        return routes;
    }

    private static IResult Facts(IServiceProvider services)
    {
        var simulator = services.GetService<SimulatorOptions>()?.Enabled ?? false;
        var hints = simulator ? services.GetService<IDemoHints>()?.Hints : null;
        return Results.Json(new
        {
            simulator,
            boards = (services.GetService<IBoardLinks>()?.Today() ?? [])
                .Select(b => new { path = b.Path, name = b.Name, english = b.English, door = simulator ? b.DoorCode : null }),
            hints = (hints ?? []).Select(h => new { text = h.Text, note = h.Note, english = h.NoteInEnglish }),
        });
    }
}
