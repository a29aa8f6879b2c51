using Akka.Actor;
using Akka.Event;
using Sigap.Kernel;

namespace Sigap.Host.Telemetry;

/// <summary>Counts every message that reached nobody; the log shows a sample. What was meant to be lost quietly is not counted.</summary>
internal sealed class DeadLettersActor : UntypedActor
{
    protected override void PreStart() => Context.System.EventStream.Subscribe<DeadLetter>(Self);

    protected override void OnReceive(object message)
    {
        if (message is DeadLetter)
        {
            SigapMetrics.DeadLetters.Add(1);
        }
    }
}
