using Sigap.Conversations;

namespace Sigap.Transport;

/// <summary>What a transport needs from the process it lives in.</summary>
public sealed record TransportParts(IWhatsAppGateway Gateway, ISendPolicy Policy, TransportSettings Settings, TimeProvider Clock)
{
    public RepliesUnderWay UnderWay { get; init; } = new();

    public TemplateStates Templates { get; init; } = new(Clock);
}
