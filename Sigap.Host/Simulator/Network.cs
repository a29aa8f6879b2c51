using System.Text.Json.Nodes;

namespace Sigap.Host.Simulator;

/// <summary>The part of WhatsApp between the phones and the business: what a phone does becomes webhooks, what the business sends reaches a phone.</summary>
internal sealed class Network(SimulatorSetup setup, PhoneBook book, WebhookCourier courier, TimeProvider time)
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromHours(1);

    public SimulatedNumber? Business(string id) => setup.Numbers.FirstOrDefault(n => n.Id == id);

    /// <summary>Sends what was done on a phone. The id of the new message, or null when too much is on the way.</summary>
    public string? Send(Phone phone, SimulatedNumber business, PhoneAction action, JsonObject content)
    {
        var id = Wamid.OfPhone(phone.Number);
        var at = time.GetUtcNow();
        var quoted = action.Type == "reaction" ? null : action.InReplyTo;
        var body = WebhookBody.Message(business, phone, id, at, content, quoted);
        var late = TimeSpan.FromSeconds(Math.Clamp(action.Late, 0, LongestDelay.TotalSeconds));

        if (!courier.Carry(phone.Number, action.Type, body, late, () => Advance(phone.Number, id, Ticks.Delivered)))
        {
            return null;
        }

        if (action.Type == "reaction")
        {
            var emoji = string.IsNullOrEmpty(action.Emoji) ? null : action.Emoji;
            book.Change(phone.Number, b => b.Id == action.InReplyTo, b => b with { MyReaction = emoji });
        }
        else
        {
            book.Append(phone.Number, new Bubble(id, business.Id, Mine: true, at, content, quoted, Webhook: body));
        }

        if (action.Twice)
        {
            courier.Carry(phone.Number, $"{action.Type} (2×)", body, late);
        }

        return id;
    }

    /// <summary>Posts a message's webhook once more: same id, same body.</summary>
    public bool SendAgain(Phone phone, Bubble bubble) =>
        bubble.Webhook is { } body && courier.Carry(phone.Number, "webhook (2×)", body);

    /// <summary>A message of the business that was accepted. The phone gets it when a page listens.</summary>
    public void Accept(Phone phone, SimulatedNumber business, string id, JsonObject content, string? quoted, string? callback)
    {
        book.Append(phone.Number, new Bubble(id, business.Id, Mine: false, time.GetUtcNow(), content, quoted, callback));
        Report(phone, business, id, Ticks.Sent, callback);
    }

    /// <summary>The business put an emoji on a message, or took it off.</summary>
    public void React(Phone phone, SimulatedNumber business, string id, string target, string? emoji, string? callback)
    {
        book.Change(phone.Number, b => b.Id == target, b => b with { BusinessReaction = string.IsNullOrEmpty(emoji) ? null : emoji });
        Report(phone, business, id, Ticks.Sent, callback);
    }

    /// <summary>Accepted, then not deliverable: the simulator has no room for another phone.</summary>
    public void Fail(Phone phone, SimulatedNumber business, string id, string? callback) =>
        courier.Carry(phone.Number, "failed", WebhookBody.Failed(
            business, phone, id, time.GetUtcNow(), callback, 131026, "Message undeliverable", "Message Undeliverable."));

    /// <summary>Reading a message reads the earlier ones too.</summary>
    public void MarkRead(Phone phone, Bubble upTo, bool typing)
    {
        book.Change(
            phone.Number,
            b => b.Mine && b.Business == upTo.Business && b.At <= upTo.At && b.Ticks < Ticks.Read,
            b => b with { Ticks = Ticks.Read });
        if (typing)
        {
            book.Tell(phone.Number, Signal.Typing(phone.Number, upTo.Business));
        }
    }

    /// <summary>The phone has the message, or its owner has seen it: the business is told.</summary>
    public void Reached(string number, IReadOnlyCollection<string> ids, Ticks ticks)
    {
        var changed = book.Change(number, b => !b.Mine && b.Ticks < ticks && ids.Contains(b.Id), b => b with { Ticks = ticks });
        foreach (var bubble in changed)
        {
            if (book.Find(number) is { } phone && Business(bubble.Business) is { } business)
            {
                Report(phone, business, bubble.Id, ticks, bubble.Callback);
            }
        }
    }

    private void Advance(string number, string id, Ticks ticks) =>
        book.Change(number, b => b.Id == id && b.Ticks < ticks, b => b with { Ticks = ticks });

    private void Report(Phone phone, SimulatedNumber business, string id, Ticks ticks, string? callback)
    {
        var status = ticks.ToString().ToLowerInvariant();
        courier.Carry(phone.Number, status, WebhookBody.Status(business, phone, id, status, time.GetUtcNow(), callback));
    }
}
