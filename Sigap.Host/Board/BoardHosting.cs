using Sigap.Host.StartPage;
using Sigap.Host.Storage;

namespace Sigap.Host.Board;

public static class BoardHosting
{
    /// <summary>Registers the boards. Needs the pickup desk, the content source and a clock.</summary>
    /// <exception cref="CannotStartException">The settings do not fit: one line per problem.</exception>
    public static IServiceCollection AddBoard(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection(BoardOptions.Section).Get<BoardOptions>() ?? new BoardOptions();
        CannotStartException.ThrowIfAny(options.Validate());
        return services
            .AddSingleton(options)
            .AddSingleton<BoardCamera>()
            .AddSingleton<BoardFeeds>()
            .AddSingleton<BoardStream>()
            .AddSingleton<IBoardLinks, BoardLinks>();
    }

    /// <summary>Maps <c>/board/{office}</c>.</summary>
    public static IEndpointRouteBuilder MapBoard(this IEndpointRouteBuilder routes)
    {
        BoardEndpoints.Map(routes);
        return routes;
    }
}
