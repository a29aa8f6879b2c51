namespace Sigap.Host.Simulator;

/// <summary>What the simulator must share with the rest of the host: the keys both sides hold and the numbers that can be written to.</summary>
/// <param name="AppSecret">Signs the webhooks, as Meta would.</param>
/// <param name="AccessToken">What the Graph endpoint expects as bearer token.</param>
public sealed record SimulatorSetup(string AppSecret, string AccessToken, IReadOnlyList<SimulatedNumber> Numbers)
{
    /// <summary>What was submitted and approved: here, whatever the configuration has.</summary>
    public Func<IReadOnlyList<ApprovedTemplate>> Templates { get; init; } = () => [];
}

/// <summary>A WhatsApp business number of an office, as it looks from a phone.</summary>
/// <param name="Id">Its <c>phone_number_id</c>.</param>
/// <param name="DisplayNumber">Digits only, as WhatsApp puts it into the metadata of a webhook.</param>
public sealed record SimulatedNumber(string Id, string DisplayNumber, string Name);
