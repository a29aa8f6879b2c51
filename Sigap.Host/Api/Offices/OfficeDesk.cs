using Sigap.Pickup;

namespace Sigap.Host.Api.Offices;

/// <summary>Asks a pickup day and shows its answer; a day that does not answer is a 503, never a broken request.</summary>
internal sealed partial class OfficeDesk(IPickupDesk desk, ILogger<OfficeDesk> log)
{
    /// <param name="show">Null for an answer that does not fit the question.</param>
    public async Task<IResult> Ask(IWithPickupDay message, Func<PickupAnswer, IResult?> show, CancellationToken cancel) =>
        Show(await Hear(message, cancel), show);

    public static IResult Show(PickupAnswer answer, Func<PickupAnswer, IResult?> show) => answer is PickupAnswer.Refused refused
        ? Refusal.Problem(refused)
        : show(answer) ?? throw new InvalidOperationException($"{answer.GetType().Name} is no answer to what was asked");

    public async Task<PickupAnswer> Hear(IWithPickupDay message, CancellationToken cancel)
    {
        try
        {
            return await desk.Ask(message, cancel);
        }
        catch (Exception away) when (!cancel.IsCancellationRequested)
        {
            NoAnswer(message.GetType().Name, message.Day.Value, away.GetType().Name);
            return new PickupAnswer.Refused(PickupRefusal.NotAvailable);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{What} was not answered by {Day}: {Why}")]
    private partial void NoAnswer(string what, string day, string why);
}
