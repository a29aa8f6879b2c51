namespace Sigap.Host.WhatsApp;

/// <summary>What connects Sigap with WhatsApp: the section <c>WhatsApp</c> of the settings. Never printed as a whole.</summary>
public sealed class WhatsAppOptions
{
    public const string Section = "WhatsApp";

    public const string PublicGraphUrl = "https://graph.facebook.com";

    /// <summary>Signs every webhook; from the app's dashboard, "App settings, Basic".</summary>
    public string? AppSecret { get; set; }

    /// <summary>Still accepted while the app secret is being changed.</summary>
    public string? PreviousAppSecret { get; set; }

    /// <summary>Any word of ours; the dashboard asks for the same one when the webhook's address is entered.</summary>
    public string? VerifyToken { get; set; }

    /// <summary>
    /// A system user's token with the permission <c>whatsapp_business_messaging</c>. May change while Sigap runs.
    /// </summary>
    public string? AccessToken { get; set; }

    /// <summary>Base address of the Graph API, or of the simulator in its place.</summary>
    public string? GraphUrl { get; set; }

    public string GraphVersion { get; set; } = "v25.0";

    /// <summary>After this long without an answer a send counts as "unknown".</summary>
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromSeconds(20);

    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>Webhooks handled at once; the next one is told to come back.</summary>
    public int MaxInFlight { get; set; } = 256;

    /// <summary>Applicants of one webhook served side by side.</summary>
    public int MaxApplicantsAtOnce { get; set; } = 32;

    /// <summary>Show blue ticks and "typing…" while an answer is on its way.</summary>
    public bool MarkAsRead { get; set; } = true;

    /// <summary>False on a new installation, where the simulator takes WhatsApp's place.</summary>
    public bool IsGiven =>
        !(string.IsNullOrEmpty(AppSecret) && string.IsNullOrEmpty(VerifyToken) && string.IsNullOrEmpty(AccessToken));

    /// <summary>
    /// What is wrong with the settings, one sentence each: which, why, and what to write. Empty when all is well.
    /// </summary>
    public IReadOnlyList<string> Validate() => WhatsAppOptionsCheck.Problems(this);
}
