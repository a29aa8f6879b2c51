using Sigap.Applications;
using Sigap.Content;
using Sigap.Language;
using Sigap.Pickup;

namespace Sigap.Conversations;

/// <summary>What a conversation needs from the process it lives in.</summary>
public sealed record ConversationParts(
    IContentSource Content,
    IUnderstanding Understanding,
    IApplications Applications,
    ConversationSettings Settings,
    TimeProvider Clock,
    RepliesUnderWay UnderWay,
    IPickupDesk Pickup,
    IDoorCodes Doors);
