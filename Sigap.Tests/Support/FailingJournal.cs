using System.Collections.Immutable;
using Akka.Persistence;
using Akka.Persistence.Journal;

namespace Sigap.Tests.Support;

/// <summary>A journal in memory that stops writing while a test says so.</summary>
public sealed class FailingJournal : MemoryJournal
{
    public const string Config = """
        akka.persistence.journal {
          plugin = "akka.persistence.journal.failing"
          failing {
            class = "Sigap.Tests.Support.FailingJournal, Sigap.Tests"
            plugin-dispatcher = "akka.actor.default-dispatcher"
          }
        }
        """;

    private static ImmutableHashSet<string> _broken = [];

    /// <summary>Persistence ids whose writes fail.</summary>
    public static ImmutableHashSet<string> Broken { get => _broken; set => _broken = value; }

    /// <summary>Safe beside other tests that break theirs.</summary>
    public static void Break(string persistenceId) => ImmutableInterlocked.Update(ref _broken, broken => broken.Add(persistenceId));

    public static void Mend(string persistenceId) => ImmutableInterlocked.Update(ref _broken, broken => broken.Remove(persistenceId));

    protected override Task<IImmutableList<Exception?>> WriteMessagesAsync(IEnumerable<AtomicWrite> messages, CancellationToken cancellationToken)
    {
        var writes = messages.ToList();
        return writes.Exists(write => Broken.Contains(write.PersistenceId))
            ? throw new IOException("The disk is away")
            : base.WriteMessagesAsync(writes, cancellationToken)!;
    }
}
