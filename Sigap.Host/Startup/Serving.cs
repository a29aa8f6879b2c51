using Akka.Actor;
using Sigap.Host.Cluster;

namespace Sigap.Host.Startup;

/// <summary>Runs the service until it is told to stop.</summary>
internal static class Serving
{
    private const int EndedByCluster = 2;

    public static async Task<int> Run(string[] settings, CancellationToken cancel)
    {
        WebApplication app;
        try
        {
            app = SigapApplication.Build(settings);
            await SigapApplication.Prepare(app, cancel);
            await app.StartAsync(cancel);
        }
        catch (Exception failure) when (StartProblem.Explain(failure) is not null)
        {
            return StartProblem.Print(failure, Console.Error);
        }

        await using (app)
        {
            Announcement.Print(app, Console.Out);
            await app.WaitForShutdownAsync(cancel);
            if (NodeEnd.Explain(app.Services.GetRequiredService<ActorSystem>()) is not { } why)
            {
                return Environment.ExitCode;
            }

            app.Logger.LogCritical("{Why}", why);
            return EndedByCluster;
        }
    }
}
