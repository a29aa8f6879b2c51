using System.Diagnostics.Metrics;
using Akka.Actor;
using Akka.Event;
using Sigap.Host.Telemetry;
using Sigap.Kernel;

namespace Sigap.Tests.Telemetry;

public sealed class DeadLettersSpec : Akka.TestKit.Xunit2.TestKit
{
    [Fact]
    public async Task Every_message_that_reaches_nobody_is_counted()
    {
        var counted = 0L;
        using var meter = new MeterListener();
        meter.SetMeasurementEventCallback<long>((_, measured, _, _) => Interlocked.Add(ref counted, measured));
        meter.EnableMeasurementEvents(SigapMetrics.DeadLetters);
        var counter = Sys.ActorOf(Props.Create<DeadLettersActor>());
        await counter.Ask<ActorIdentity>(new Identify(null), TimeSpan.FromSeconds(30));

        for (var each = 0; each < 3; each++)
        {
            Sys.EventStream.Publish(new DeadLetter("lost", TestActor, TestActor));
        }

        await AwaitConditionAsync(() => Task.FromResult(Interlocked.Read(ref counted) >= 3), TimeSpan.FromSeconds(30));
    }
}
