using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Sigap.Host.Simulator;
using Sigap.Host.Storage;

namespace Sigap.Host.Startup;

/// <summary>What a person at the terminal wants to know first.</summary>
internal static class Announcement
{
    public static void Print(WebApplication app, TextWriter output)
    {
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
            ?? "http://127.0.0.1";
        output.WriteLine();
        output.WriteLine($"Sigap is ready: {address}");
        if (app.Services.GetRequiredService<SimulatorOptions>().Enabled)
        {
            output.WriteLine($"  A phone to try it:  {address}/simulator");
        }

        output.WriteLine($"  Health, metrics:    {address}/health/ready  {address}/metrics");
        output.WriteLine($"  REST API:           {address}/openapi/v1.json");
        output.WriteLine($"  Data:               {app.Services.GetRequiredService<DatabaseOptions>().Place}");
        output.WriteLine("  Ctrl-C stops it and loses nothing.");
        output.WriteLine();
    }
}
