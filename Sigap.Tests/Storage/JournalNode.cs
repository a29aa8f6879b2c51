using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;
using Akka.Persistence;
using Akka.Persistence.Sql;
using Sigap.Conversations;
using Sigap.Host.Storage;
using Sigap.Tests.Support;

namespace Sigap.Tests.Storage;

/// <summary>
/// One node's journal on PostgreSQL with the settings Sigap ships, and actors that write in it. It lives as long as a process would:
/// its journal has one writer id for all its actors.
/// </summary>
internal sealed class JournalNode : IAsyncDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly ActorSystem _system;
    private readonly ConcurrentQueue<Exception> _failures = [];

    public JournalNode(DatabaseOptions database) => _system = ActorSystem.Create("sigap", Settings(PostgresConnectionText.Effective(database)));

    /// <summary>Why writes and recoveries failed.</summary>
    public IReadOnlyCollection<Exception> Failures => _failures;

    /// <summary>An actor of this stream is made here: its events are read again.</summary>
    public IActorRef Start(string stream) => _system.ActorOf(Props.Create(() => new Writer(stream, _failures)));

    /// <returns>False when it is not known whether the event is written.</returns>
    public static async Task<bool> Writes(IActorRef writer, long number)
    {
        var answer = writer.Ask<object>(number, Patience);
        var end = writer.WatchAsync();
        return await Task.WhenAny(answer, end) == answer && await answer is long;
    }

    /// <summary>An actor is made, writes and ends.</summary>
    public async Task<bool> StartsAndWrites(string stream, long number)
    {
        var writer = Start(stream);
        var isWritten = await Writes(writer, number);
        await Ends(writer);
        return isWritten;
    }

    public async Task<IReadOnlyList<long>> Reads(string stream)
    {
        var reader = Start(stream);
        var read = (IReadOnlyList<long>)await reader.Ask<object>("read", Patience);
        await Ends(reader);
        return read;
    }

    public static Task Ends(IActorRef writer) => writer.GracefulStop(Patience, "end");

    public async ValueTask DisposeAsync() => await _system.Terminate();

    private static Config Settings(string connectionString)
    {
        var quoted = System.Text.Json.JsonSerializer.Serialize(connectionString);
        return ConfigurationFactory.ParseString($$"""
            akka.persistence.journal.sql.connection-string = {{quoted}}
            akka.persistence.snapshot-store.sql.connection-string = {{quoted}}
            akka.actor.serializers.conversation = "Sigap.Conversations.ConversationSerializer, Sigap.Actors"
            akka.actor.serialization-bindings."Sigap.Conversations.IConversationEvent, Sigap.Actors" = conversation
            """)
            .WithFallback(ConfigFile("akka.postgresql.conf"))
            .WithFallback(ConfigFile("akka.conf"))
            .WithFallback(SqlPersistence.DefaultConfiguration);
    }

    private static Config ConfigFile(string name) => ConfigurationFactory.ParseString(File.ReadAllText(RepositoryRoot.Combine("config", name)));

    private sealed class Writer(string stream, ConcurrentQueue<Exception> failures) : UntypedPersistentActor
    {
        private readonly List<long> _numbers = [];
        private IActorRef _caller = ActorRefs.Nobody;

        public override string PersistenceId => $"conversation|{stream}";

        public override Recovery Recovery => new(SnapshotSelectionCriteria.None);

        protected override void OnRecover(object message)
        {
            if (message is ReplySettled settled)
            {
                _numbers.Add(settled.Number);
            }
        }

        protected override void OnCommand(object message)
        {
            switch (message)
            {
                case long number:
                    _caller = Sender;
                    Persist(new ReplySettled(number, Noon, Settlement.Accepted), written =>
                    {
                        _numbers.Add(written.Number);
                        _caller.Tell(written.Number);
                    });
                    break;
                case "read":
                    Sender.Tell((IReadOnlyList<long>)[.. _numbers]);
                    break;
                case "end":
                    Context.Stop(Self);
                    break;
            }
        }

        protected override void OnPersistFailure(Exception cause, object @event, long sequenceNr)
        {
            failures.Enqueue(cause);
            _caller.Tell("failed");
        }

        protected override void OnRecoveryFailure(Exception reason, object? message = null)
        {
            failures.Enqueue(reason);
            base.OnRecoveryFailure(reason, message);
        }
    }
}
