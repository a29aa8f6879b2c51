using Sigap.Transport;

namespace Sigap.Conversations.Dialogues;

/// <summary>What is not text: a short fitting answer, and never a dead end. An open dialogue stays open.</summary>
internal static class OtherContent
{
    public static void Answer(TurnDraft turn)
    {
        switch (turn.Input.Message.Content)
        {
            case InboundContent.Welcome:
            case InboundContent.Text:
                MenuDialogue.ShowMenu(turn);
                break;
            default:
                var node = NodeFor(turn.Input.Message.Content);
                turn.Say(node);
                turn.OfferOptionsOf(node);
                OpenQuestion.Repeat(turn);
                break;
        }
    }

    private static string NodeFor(InboundContent content) => content switch
    {
        InboundContent.Media { Kind: MediaKind.Image } => "media.image",
        InboundContent.Media { Kind: MediaKind.Video } => "media.video",
        InboundContent.Media { Kind: MediaKind.Voice } => "media.voice",
        InboundContent.Media { Kind: MediaKind.Audio } => "media.audio",
        InboundContent.Media { Kind: MediaKind.Document } => "media.document",
        InboundContent.Media { Kind: MediaKind.Sticker } => "media.sticker",
        InboundContent.Location => "location",
        InboundContent.Contacts => "contacts",
        InboundContent.Edit or InboundContent.Unsupported { Kind: "edit" } => "edited",
        InboundContent.Unsupported unprocessed when unprocessed == InboundContent.Unsupported.Unprocessed => "failed",
        _ => "unsupported",
    };
}
