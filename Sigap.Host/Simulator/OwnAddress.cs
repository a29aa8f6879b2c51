using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Sigap.Host.Simulator;

/// <summary>How this process reaches itself. Known only once the server listens, therefore asked for when needed.</summary>
public sealed class OwnAddress(IServer server, SimulatorOptions options)
{
    public Uri Base => options.OwnAddress ?? FromServer();

    public Uri Webhook => new(Base, "webhook");

    /// <summary>What stands for <c>WhatsApp:GraphUrl</c> while the simulator plays Meta.</summary>
    public Uri Graph => new(Base, "simulator/graph");

    private Uri FromServer()
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var address = addresses.FirstOrDefault(a => a.StartsWith("http://", StringComparison.OrdinalIgnoreCase)) ?? addresses.FirstOrDefault();

        return address is null
            ? throw new InvalidOperationException(
                "The simulator does not know its own address, because the server lists none. Set Simulator:OwnAddress, e.g. http://127.0.0.1:8080.")
            : Reachable(address);
    }

    /// <summary>"Every interface" is an address to listen on, not one to call.</summary>
    internal static Uri Reachable(string address)
    {
        var binding = BindingAddress.Parse(address);
        var host = binding.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "127.0.0.1" : binding.Host;

        return new Uri($"{binding.Scheme}://{host}:{binding.Port}/");
    }
}
