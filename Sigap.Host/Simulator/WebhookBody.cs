using System.Globalization;
using System.Text.Json.Nodes;

namespace Sigap.Host.Simulator;

/// <summary>Webhook bodies in the shape Meta sends since April 2026.</summary>
internal static class WebhookBody
{
    /// <summary>The id of the simulated WhatsApp Business Account.</summary>
    private const string Account = "104000000000001";

    public static byte[] Message(SimulatedNumber business, Phone phone, string id, DateTimeOffset at, JsonObject content, string? quoted)
    {
        var message = new JsonObject();
        if (!phone.HidesNumber)
        {
            message["from"] = phone.Number;
        }

        message["from_user_id"] = phone.ScopedId;
        message["id"] = id;
        message["timestamp"] = Seconds(at);
        foreach (var (name, value) in content)
        {
            message[name] = value?.DeepClone();
        }

        if (quoted is not null)
        {
            message["context"] = new JsonObject { ["from"] = business.DisplayNumber, ["id"] = quoted };
        }

        return Envelope(business, phone, "messages", message);
    }

    public static byte[] Status(SimulatedNumber business, Phone phone, string id, string status, DateTimeOffset at, string? callback)
    {
        var element = StatusElement(phone, id, status, at, callback);
        if (status is "sent" or "delivered")
        {
            element["pricing"] = new JsonObject
            {
                ["billable"] = true,
                ["pricing_model"] = "PMP",
                ["type"] = "regular",
                ["category"] = "service",
            };
        }

        return Envelope(business, phone, "statuses", element);
    }

    public static byte[] Failed(
        SimulatedNumber business, Phone phone, string id, DateTimeOffset at, string? callback, int code, string title, string details)
    {
        var element = StatusElement(phone, id, "failed", at, callback);
        element["errors"] = new JsonArray(new JsonObject
        {
            ["code"] = code,
            ["title"] = title,
            ["message"] = title,
            ["error_data"] = new JsonObject { ["details"] = details },
            ["href"] = "/documentation/business-messaging/whatsapp/support/error-codes",
        });

        // Failures come without the sender's profile.
        return Envelope(business, null, "statuses", element);
    }

    private static JsonObject StatusElement(Phone phone, string id, string status, DateTimeOffset at, string? callback)
    {
        var element = new JsonObject { ["id"] = id, ["status"] = status, ["timestamp"] = Seconds(at) };
        if (!phone.HidesNumber)
        {
            element["recipient_id"] = phone.Number;
        }

        element["recipient_user_id"] = phone.ScopedId;
        if (callback is not null)
        {
            element["biz_opaque_callback_data"] = callback;
        }

        return element;
    }

    private static byte[] Envelope(SimulatedNumber business, Phone? phone, string kind, JsonObject element)
    {
        var value = new JsonObject
        {
            ["messaging_product"] = "whatsapp",
            ["metadata"] = new JsonObject { ["display_phone_number"] = business.DisplayNumber, ["phone_number_id"] = business.Id },
        };
        if (phone is not null)
        {
            value["contacts"] = new JsonArray(Contact(phone));
        }

        value[kind] = new JsonArray(element);

        return MetaJson.Write(new JsonObject
        {
            ["object"] = "whatsapp_business_account",
            ["entry"] = new JsonArray(new JsonObject
            {
                ["id"] = Account,
                ["changes"] = new JsonArray(new JsonObject { ["value"] = value, ["field"] = "messages" }),
            }),
        });
    }

    private static JsonObject Contact(Phone phone)
    {
        var contact = new JsonObject { ["profile"] = new JsonObject { ["name"] = phone.Name } };
        if (!phone.HidesNumber)
        {
            contact["wa_id"] = phone.Number;
        }

        contact["user_id"] = phone.ScopedId;
        return contact;
    }

    private static string Seconds(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
