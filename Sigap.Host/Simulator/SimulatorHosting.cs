using Microsoft.Extensions.DependencyInjection.Extensions;
using Sigap.Host.Pages;

namespace Sigap.Host.Simulator;

public static class SimulatorHosting
{
    /// <summary>Registers the simulator where the settings allow it; says whether they do.</summary>
    /// <param name="setup">What the simulator shares with the webhook and the Graph client.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The settings contradict each other.</exception>
    public static bool AddSimulator(
        this IServiceCollection services, IConfiguration configuration, Func<IServiceProvider, SimulatorSetup> setup)
    {
        var options = SimulatorOptions.Read(configuration);
        services.AddSingleton(options);
        if (!options.Enabled)
        {
            return false;
        }

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(setup);
        services.AddSingleton<OwnAddress>();
        services.AddSingleton<PhoneBook>();
        services.AddSingleton<WebhookCourier>();
        services.AddSingleton<Network>();
        services.AddSingleton<EventStream>();
        return true;
    }

    /// <summary>Maps <c>/simulator</c> and its Graph endpoint; nothing at all where the simulator is off.</summary>
    public static IEndpointRouteBuilder MapSimulator(this IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetRequiredService<SimulatorOptions>().Enabled)
        {
            PageFiles.Map(routes, "/simulator", "/simulator/page", "Sigap.Host.Simulator.Page", "index.html");
            PhoneEndpoints.Map(routes);
            GraphEndpoint.Map(routes);
        }

        return routes;
    }
}
