using Sigap.Host.WhatsApp;
using Sigap.Transport;

namespace Sigap.Tests.WhatsApp;

/// <summary>The table of errors as it ships.</summary>
internal static class ShippedErrorTable
{
    public static GraphErrorTable Load()
    {
        var load = GraphErrors.Load(Path.Combine(AppContext.BaseDirectory, "config"));
        load.Findings.ShouldBeEmpty();
        return load.Table!;
    }
}
