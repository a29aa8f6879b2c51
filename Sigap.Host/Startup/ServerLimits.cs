using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Sigap.Host.Startup;

/// <summary>What the HTTP server bears from a slow or greedy client. The webhook raises its own body limit.</summary>
internal static class ServerLimits
{
    public static void Set(KestrelServerOptions server)
    {
        server.AddServerHeader = false;
        server.Limits.MaxRequestBodySize = 64 * 1024;
        server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        server.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
        server.Limits.MaxConcurrentConnections = 1000;
    }
}
