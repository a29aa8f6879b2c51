using Sigap.Kernel;
using Sigap.Transport;
using Proto = Sigap.Conversations.Wire;

namespace Sigap.Conversations;

internal static class InboundWire
{
    public static Proto.Inbound ToWire(InboundMessage message)
    {
        var wire = new Proto.Inbound
        {
            Id = message.Id.Value,
            Business = message.Business.Value,
            From = ApplicantWire.ToWire(message.From),
            SentAtMs = message.SentAt.ToWire(),
            ReceivedAtMs = message.ReceivedAt.ToWire(),
        };
        if (message.ProfileName is { } name)
        {
            wire.ProfileName = name;
        }

        if (message.InReplyTo is { } quoted)
        {
            wire.InReplyTo = quoted.Value;
        }

        SetContent(wire, message.Content);
        return wire;
    }

    public static InboundMessage FromWire(Proto.Inbound wire) => new(
        new MessageId(wire.Id),
        new BusinessNumberId(wire.Business),
        ApplicantWire.FromWire(wire.From),
        WireTime.FromWire(wire.SentAtMs),
        WireTime.FromWire(wire.ReceivedAtMs),
        ContentOf(wire),
        wire.HasProfileName ? wire.ProfileName : null,
        wire.HasInReplyTo ? new MessageId(wire.InReplyTo) : null);

    private static void SetContent(Proto.Inbound wire, InboundContent content)
    {
        switch (content)
        {
            case InboundContent.Text c: wire.Text = c.Body; break;
            case InboundContent.Tap c: wire.Tap = new Proto.Tap { OptionId = c.OptionId, Title = c.Title }; break;
            case InboundContent.Media c: wire.Media = MediaToWire(c); break;
            case InboundContent.Location: wire.Location = new Proto.Nothing(); break;
            case InboundContent.Contacts c: wire.ContactsRequested = c.Requested; break;
            case InboundContent.Reaction c: wire.Reaction = ReactionToWire(c); break;
            case InboundContent.Edit c: wire.Edit = EditToWire(c); break;
            case InboundContent.Revoke c: wire.Revoke = RevokeToWire(c); break;
            case InboundContent.Welcome: wire.Welcome = new Proto.Nothing(); break;
            case InboundContent.IdentityChange c: wire.IdentityChange = ApplicantWire.Pair(c.NewPhone, c.NewScopedId); break;
            case InboundContent.Unsupported c: wire.Unsupported = UnsupportedToWire(c); break;
            default: throw new InvalidOperationException($"No wire form for content {content.GetType().Name}");
        }
    }

    private static InboundContent ContentOf(Proto.Inbound wire) => wire.ContentCase switch
    {
        Proto.Inbound.ContentOneofCase.Text => new InboundContent.Text(wire.Text),
        Proto.Inbound.ContentOneofCase.Tap => new InboundContent.Tap(wire.Tap.OptionId, wire.Tap.Title),
        Proto.Inbound.ContentOneofCase.Media =>
            new InboundContent.Media((MediaKind)wire.Media.Kind, wire.Media.HasCaption ? wire.Media.Caption : null),
        Proto.Inbound.ContentOneofCase.Location => new InboundContent.Location(),
        Proto.Inbound.ContentOneofCase.ContactsRequested => new InboundContent.Contacts(wire.ContactsRequested),
        Proto.Inbound.ContentOneofCase.Reaction => new InboundContent.Reaction(wire.Reaction.HasEmoji ? wire.Reaction.Emoji : null),
        Proto.Inbound.ContentOneofCase.Edit => new InboundContent.Edit(
            Id(wire.Edit.HasOriginal, wire.Edit.Original), wire.Edit.HasNewText ? wire.Edit.NewText : null),
        Proto.Inbound.ContentOneofCase.Revoke => new InboundContent.Revoke(Id(wire.Revoke.HasOriginal, wire.Revoke.Original)),
        Proto.Inbound.ContentOneofCase.Welcome => new InboundContent.Welcome(),
        Proto.Inbound.ContentOneofCase.IdentityChange =>
            new InboundContent.IdentityChange(ApplicantWire.Phone(wire.IdentityChange), ApplicantWire.ScopedId(wire.IdentityChange)),
        Proto.Inbound.ContentOneofCase.Unsupported =>
            new InboundContent.Unsupported(wire.Unsupported.HasKind ? wire.Unsupported.Kind : null),

        // A kind of content that a newer node can read and this one cannot.
        _ => new InboundContent.Unsupported(null),
    };

    private static Proto.Media MediaToWire(InboundContent.Media media)
    {
        var wire = new Proto.Media { Kind = (int)media.Kind };
        if (media.Caption is { } caption)
        {
            wire.Caption = caption;
        }

        return wire;
    }

    private static Proto.Reaction ReactionToWire(InboundContent.Reaction reaction) =>
        reaction.Emoji is { } emoji ? new Proto.Reaction { Emoji = emoji } : new Proto.Reaction();

    private static Proto.Edit EditToWire(InboundContent.Edit edit)
    {
        var wire = new Proto.Edit();
        if (edit.Original is { } original)
        {
            wire.Original = original.Value;
        }

        if (edit.NewText is { } text)
        {
            wire.NewText = text;
        }

        return wire;
    }

    private static Proto.Revoke RevokeToWire(InboundContent.Revoke revoke) =>
        revoke.Original is { } original ? new Proto.Revoke { Original = original.Value } : new Proto.Revoke();

    private static Proto.Unsupported UnsupportedToWire(InboundContent.Unsupported unsupported) =>
        unsupported.Kind is { } kind ? new Proto.Unsupported { Kind = kind } : new Proto.Unsupported();

    private static MessageId? Id(bool present, string value) => present ? new MessageId(value) : null;
}
