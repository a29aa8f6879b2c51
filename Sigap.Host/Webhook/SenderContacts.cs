using System.Text.Json;
using Sigap.Kernel;

namespace Sigap.Host.Webhook;

/// <summary>
/// The <c>contacts</c> beside the messages: who the senders are. Their order means nothing, so they are joined by phone
/// or scoped id.
/// </summary>
internal readonly struct SenderContacts(JsonElement value)
{
    private const int LongestName = 128;
    private readonly JsonElement? _contacts = value.Member("contacts"u8) is { ValueKind: JsonValueKind.Array } list ? list : null;

    /// <summary>Null when neither the message nor its contact says who wrote.</summary>
    public (Applicant? Applicant, string? ProfileName) Of(JsonElement message)
    {
        var phone = Identifier.PhoneOrScoped(message.Text("from"u8));
        var scoped = Identifier.Scoped(message.Text("from_user_id"u8));
        if (Joined(phone, scoped) is { } contact)
        {
            return (Applicant.From(phone ?? PhoneOf(contact), scoped ?? ScopedOf(contact)), NameOf(contact));
        }

        if (Only() is not { } only)
        {
            return (Applicant.From(phone, scoped), null);
        }

        // A lone contact that does not match lends its name, but its ids only to a message that has none: two people must
        // never become one by a guess.
        return phone is null && scoped is null
            ? (Applicant.From(PhoneOf(only), ScopedOf(only)), NameOf(only))
            : (Applicant.From(phone, scoped), NameOf(only));
    }

    private JsonElement? Joined(string? phone, string? scoped)
    {
        if (_contacts is not { } contacts)
        {
            return null;
        }

        foreach (var contact in contacts.EnumerateArray())
        {
            if ((scoped is not null && ScopedOf(contact) == scoped) || (phone is not null && PhoneOf(contact) == phone))
            {
                return contact;
            }
        }

        return null;
    }

    private JsonElement? Only() => _contacts is { } contacts && contacts.GetArrayLength() == 1 ? contacts[0] : null;

    private static string? PhoneOf(JsonElement contact) => Identifier.PhoneOrScoped(contact.Text("wa_id"u8));

    private static string? ScopedOf(JsonElement contact) => Identifier.Scoped(contact.Text("user_id"u8));

    private static string? NameOf(JsonElement contact) =>
        contact.Object("profile"u8)?.Text("name"u8) is { } name
        && CleanText.Line(name, LongestName).Trim() is { Length: > 0 } clean
            ? clean
            : null;
}
