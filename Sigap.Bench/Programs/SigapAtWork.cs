namespace Sigap.Bench.Programs;

/// <summary>
/// Sigap as in production, but for two limits that protect it from what the bench does: the pace WhatsApp allows a
/// business number, and the guard against machines at the other end.
/// </summary>
internal static class SigapAtWork
{
    /// <returns>Environment variables.</returns>
    public static Dictionary<string, string> Settings(string graphUrl, string masterKey) => new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["Simulator__Enabled"] = "false",
        ["WhatsApp__AppSecret"] = Secrets.App,
        ["WhatsApp__VerifyToken"] = Secrets.Verify,
        ["WhatsApp__AccessToken"] = Secrets.Access,
        ["WhatsApp__GraphUrl"] = graphUrl,
        ["Keys__MasterKey"] = masterKey,
        ["Transport__MessagesPerSecond"] = "1000",
        ["Conversations__TurnsBeforePause"] = "60",
        ["Conversations__PauseWindow"] = "00:00:01",
        ["Logging__LogLevel__Default"] = "Warning",
    };
}
