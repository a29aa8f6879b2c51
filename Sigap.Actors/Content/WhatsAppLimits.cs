namespace Sigap.Content;

/// <summary>
/// What WhatsApp accepts. WhatsApp does not say what it counts as a character; UTF-16 units are never fewer than its count.
/// </summary>
public static class WhatsAppLimits
{
    public const int PlainText = 4096;

    /// <summary>Newer pages grant lists more, older ones do not: this is what every version accepts.</summary>
    public const int InteractiveText = 1024;

    public const int Header = 60;
    public const int Footer = 60;
    public const int ListButton = 20;
    public const int Buttons = 3;
    public const int ButtonTitle = 20;
    public const int Rows = 10;
    public const int RowTitle = 24;
    public const int RowDescription = 72;

    public const int TemplateName = 512;

    /// <summary>With the parameters put in.</summary>
    public const int TemplateBody = 1024;
    public const int TemplateButton = 25;

    /// <summary>Of a row; a button would take 256, but the same option may be either.</summary>
    public const int OptionIdBytes = 200;
}
