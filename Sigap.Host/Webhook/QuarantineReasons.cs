namespace Sigap.Host.Webhook;

/// <summary>
/// Why something could not be read. Constants, because a payload's own words must not travel into logs and tables.
/// </summary>
internal static class QuarantineReasons
{
    public const string BodyUnreadable = "body is not readable JSON";
    public const string EnvelopeUnreadable = "envelope has an unexpected shape";
    public const string ChangeWithoutValue = "change without a value";
    public const string NoBusinessNumber = "change without a business number";
    public const string UnknownBusinessNumber = "unknown business number";
    public const string NoMessageId = "message without a usable id";
    public const string NoSender = "message without a usable sender";
    public const string MessageUnreadable = "message is not readable";
    public const string NoStatusId = "status without a usable id";
    public const string StatusUnreadable = "status is not readable";
}
