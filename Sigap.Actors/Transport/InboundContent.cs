using Sigap.Kernel;

namespace Sigap.Transport;

/// <summary>What a message contains. Closed: every case is named here.</summary>
public abstract record InboundContent
{
    private InboundContent()
    {
    }

    /// <summary>A typed text; may be empty or white space only.</summary>
    public sealed record Text(string Body) : InboundContent;

    /// <summary>A row or a button of ours was tapped, or a template's quick reply. The title is never trusted.</summary>
    public sealed record Tap(string OptionId, string Title) : InboundContent;

    /// <summary>A picture, sound, film, file or sticker. A caption counts as text.</summary>
    public sealed record Media(MediaKind Kind, string? Caption = null) : InboundContent;

    public sealed record Location : InboundContent;

    /// <summary>Contact cards; <paramref name="Requested"/> when they answer our request for the sender's number.</summary>
    public sealed record Contacts(bool Requested = false) : InboundContent;

    /// <summary>An emoji put on a message, or taken off (null).</summary>
    public sealed record Reaction(string? Emoji) : InboundContent;

    /// <summary>An earlier message was changed. The new text is null where only a caption-less medium was edited.</summary>
    public sealed record Edit(MessageId? Original, string? NewText) : InboundContent;

    /// <summary>An earlier message was deleted for everyone.</summary>
    public sealed record Revoke(MessageId? Original) : InboundContent;

    /// <summary>The sender opened the chat for the first time (no text yet).</summary>
    public sealed record Welcome : InboundContent;

    /// <summary>The sender's number or scoped id changed.</summary>
    public sealed record IdentityChange(string? NewPhone, string? NewScopedId) : InboundContent;

    /// <summary>A form, an order, a poll, a future type: nothing Sigap can use. <paramref name="Kind"/> is WhatsApp's word for it.</summary>
    public sealed record Unsupported(string? Kind) : InboundContent
    {
        /// <summary>Stands in the place of a content that could not be handled: the applicant is told so, and nothing else of it is tried.</summary>
        public static readonly Unsupported Unprocessed = new("unprocessed");
    }
}

public enum MediaKind
{
    Image = 1,
    Video = 2,
    Voice = 3,
    Audio = 4,
    Document = 5,
    Sticker = 6,
}
