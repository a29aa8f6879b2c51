using Sigap.Content;
using Sigap.Host.Api;
using Sigap.Host.Applications;
using Sigap.Host.Board;
using Sigap.Host.Cluster;
using Sigap.Host.Content;
using Sigap.Host.Costs;
using Sigap.Host.Deliveries;
using Sigap.Host.Duty;
using Sigap.Host.Health;
using Sigap.Host.Identity;
using Sigap.Host.Inbox;
using Sigap.Host.Keys;
using Sigap.Host.Notices;
using Sigap.Host.Pickup;
using Sigap.Host.Projections;
using Sigap.Host.Reminders;
using Sigap.Host.Simulator;
using Sigap.Host.StartPage;
using Sigap.Host.Storage;
using Sigap.Host.Telemetry;
using Sigap.Host.Understand;
using Sigap.Host.Webhook;
using Sigap.Host.WhatsApp;

namespace Sigap.Host.Startup;

/// <summary>Puts the features together: one line each.</summary>
internal static class SigapApplication
{
    /// <param name="adjust">The last word on the composition, for a host of another kind: its clock, its log.</param>
    public static WebApplication Build(string[] settings, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = AppContext.BaseDirectory });
        Configure(builder);
        adjust?.Invoke(builder);
        return builder.Build();
    }

    /// <summary>
    /// Everything that can stand in the way of a start is tried here, before the first actor; then the addresses are mapped.
    /// </summary>
    public static async Task Prepare(WebApplication app, CancellationToken cancel)
    {
        var services = app.Services;
        var content = services.GetRequiredService<IContentSource>().Current;
        await services.OpenStorage(cancel);
        if (services.GetRequiredService<SimulatorOptions>().Enabled)
        {
            await DemoApplications.LoadIfEmpty(
                services.GetRequiredService<IApplicationStore>(), content.Offices.Values, services.GetRequiredService<TimeProvider>().GetUtcNow(), cancel);
        }

        Map(app);
    }

    private static void Configure(WebApplicationBuilder builder)
    {
        var (services, configuration) = (builder.Services, builder.Configuration);

        ServerAddresses.Demand(configuration);
        builder.WebHost.ConfigureKestrel(ServerLimits.Set);
        services.AddSingleton(TimeProvider.System);
        services.AddNode(configuration);

        services.AddConfigChecks();
        services.AddContent();
        services.AddUnderstanding();
        services.AddStorage(configuration);
        services.AddKeys(configuration);
        services.AddApplications(configuration);

        services.AddSimulatedWhatsApp(configuration);
        services.AddWebhook();
        services.AddWhatsAppGateway();
        services.AddSendPolicy();

        services.AddEngine(configuration);
        services.AddPickupDesk(configuration);
        services.AddSigapActors();
        services.AddJoining();
        services.AddTransportNews();
        services.AddNotices();
        services.AddInbox(configuration);
        services.AddDuty();
        services.AddDeliveries();
        services.AddCosts();
        services.AddIdentity();
        services.AddProjections();
        services.AddReminders();

        services.AddSigapApi(configuration);
        services.AddBoard(configuration);
        services.AddSigapHealth();
        services.AddSigapTelemetry();
        services.AddHostedService<ShutdownWatchdog>();
    }

    private static void Map(WebApplication app)
    {
        app.Use(app.Services.GetRequiredService<Leaving>().EndConnections);
        app.MapWebhook();
        app.MapSigapApi();
        app.MapBoard();
        app.MapSigapHealth();
        app.MapSigapTelemetry();
        app.MapSimulator();
        app.MapStartPage();
    }
}
