using Sigap.Host.WhatsApp;
using Sigap.Transport;

namespace Sigap.Tests.WhatsApp;

/// <summary>The table of errors as it ships.</summary>
internal static class ShippedErrorTable
{
    public static GraphErrorTable Load()
    {
        var problems = new List<string>();
        var table = GraphErrors.Load(Path.Combine(AppContext.BaseDirectory, "config"), problems);
        problems.ShouldBeEmpty();
        return table!;
    }
}
