using System.Net;
using Sigap.Host.Storage;

namespace Sigap.Host.Startup;

/// <summary>Checks <c>Urls</c> before anything starts: the server itself would only tell after everything else is up.</summary>
internal static class ServerAddresses
{
    private const string Setting = "Urls";

    public static void Demand(IConfiguration configuration)
    {
        var addresses = (configuration[Setting] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (addresses.FirstOrDefault(address => !IsAddress(address)) is { } wrong)
        {
            throw new CannotStartException(
                $"{Setting} is \"{wrong}\", which is no address to listen on; write for example http://127.0.0.1:8080 (ports go up to {IPEndPoint.MaxPort}).");
        }
    }

    private static bool IsAddress(string address)
    {
        try
        {
            return BindingAddress.Parse(address) is { Port: >= IPEndPoint.MinPort and <= IPEndPoint.MaxPort, Scheme: "http" or "https" };
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
