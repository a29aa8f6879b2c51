namespace Sigap.Bench.Programs;

/// <summary>The words Sigap and the bench's WhatsApp share.</summary>
internal static class Secrets
{
    public const string App = "bench-app-secret";
    public const string Verify = "bench-verify-token";
    public const string Access = "bench-access-token";
}
