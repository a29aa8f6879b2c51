using Dapper;
using Sigap.Applications;
using Sigap.Host.Applications;
using Sigap.Host.Keys;
using Sigap.Host.Storage;
using Sigap.Kernel;
using Sigap.Tests.Storage;

namespace Sigap.Tests.Applications;

public abstract class ProofSpec(TestDatabase temp) : IAsyncLifetime
{
    public sealed class OnSqlite() : ProofSpec(new TempDatabase());

    public sealed class OnPostgresql() : ProofSpec(new TempPostgres())
    {
        [Fact]
        public async Task A_hundred_guesses_at_two_nodes_get_five_chances_together()
        {
            using var elsewhere = SigapDatabase.Open(_temp.Options, TimeProvider.System);
            var other = new SqlApplications(elsewhere, new MasterKey(new byte[32]), new LookupOptions());

            var outcomes = await Task.WhenAll(Enumerable.Range(0, 100).Select(guess => (guess % 2 == 0 ? other : _applications).Prove(
                new Proof(new MessageId($"wamid.node.{guess}"), Existing, Wrong, Noon), default)));

            outcomes.Count(outcome => outcome is ProofOutcome.NoMatch).ShouldBe(4);
            Guesses().ShouldBe(5);
        }
    }

    private static readonly ApplicationNumber Existing = ApplicationNumber.Parse("1106000000000018")!.Value;
    private static readonly ApplicationNumber Unknown = ApplicationNumber.Parse("1106999999999999")!.Value;
    private static readonly DateOnly Right = new(1990, 8, 17);
    private static readonly DateOnly Wrong = new(1991, 1, 1);
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private readonly TestDatabase _temp = temp;
    private SqlApplications _applications = null!;
    private int _messages;

    public async Task InitializeAsync()
    {
        _applications = new SqlApplications(_temp.Database, new MasterKey(new byte[32]), new LookupOptions());
        await new SqlApplicationStore(_temp.Database).Upsert(DemoApplications.For(SomeContent.Offices, Noon), default);
    }

    public Task DisposeAsync()
    {
        _temp.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Who_knows_number_and_birth_date_sees_the_application()
    {
        var proven = (await Prove(Existing, Right, 0)).ShouldBeOfType<ProofOutcome.Proven>();

        proven.Application.Number.ShouldBe(Existing);
        proven.Application.Stage.ShouldBe(Stage.ReadyForCollection);
        proven.Application.Initials.ShouldBe("A. F.");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_fifth_wrong_birth_date_locks_a_number_for_fifteen_minutes_whether_it_exists_or_not(bool exists)
    {
        var number = exists ? Existing : Unknown;
        for (var minute = 0; minute < 4; minute++)
        {
            (await Prove(number, Wrong, minute)).ShouldBeOfType<ProofOutcome.NoMatch>();
        }

        var until = Noon.AddMinutes(4 + 15);
        (await Prove(number, Wrong, 4)).ShouldBe(new ProofOutcome.Locked(until));
        (await Prove(number, Right, 18.9)).ShouldBe(new ProofOutcome.Locked(until));
        (await Prove(number, Right, 19)).ShouldNotBe(new ProofOutcome.Locked(until));
    }

    [Fact]
    public async Task Claims_made_while_locked_do_not_lengthen_the_lock()
    {
        await Guess(5);
        await Prove(Existing, Wrong, 14);

        (await Prove(Existing, Right, 15)).ShouldBeOfType<ProofOutcome.Proven>();
    }

    [Fact]
    public async Task After_the_lock_one_more_wrong_within_the_hour_locks_again()
    {
        await Guess(5);

        (await Prove(Existing, Wrong, 16)).ShouldBe(new ProofOutcome.Locked(Noon.AddMinutes(31)));
    }

    [Fact]
    public async Task Wrong_birth_dates_spread_over_more_than_an_hour_lock_nothing()
    {
        for (var guess = 0; guess < 10; guess++)
        {
            (await Prove(Existing, Wrong, guess * 15)).ShouldBeOfType<ProofOutcome.NoMatch>();
        }
    }

    [Fact]
    public async Task The_same_message_counts_once()
    {
        for (var delivery = 0; delivery < 10; delivery++)
        {
            (await _applications.Prove(new Proof(new MessageId("wamid.same"), Existing, Wrong, Noon), default))
                .ShouldBeOfType<ProofOutcome.NoMatch>();
        }
    }

    [Fact]
    public async Task One_number_being_locked_does_not_lock_another()
    {
        await Guess(5);

        (await Prove(Unknown, Wrong, 1)).ShouldBeOfType<ProofOutcome.NoMatch>();
    }

    [Fact]
    public async Task A_hundred_guesses_at_once_get_five_chances()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Prove(Existing, Wrong, 0)));

        outcomes.Count(outcome => outcome is ProofOutcome.NoMatch).ShouldBe(4);
        outcomes.Count(outcome => outcome is ProofOutcome.Locked).ShouldBe(96);
        Guesses().ShouldBe(5);
    }

    [Fact]
    public async Task Old_guesses_are_removed_in_passing_and_no_number_stands_in_the_table()
    {
        await Prove(Existing, Wrong, 0);
        await Prove(Existing, Wrong, 1);
        await Prove(Unknown, Wrong, 600);

        Guesses().ShouldBe(1);
        using var connection = _temp.Database.Connect();
        System.Text.Encoding.ASCII.GetString(connection.ExecuteScalar<byte[]>("SELECT number_hash FROM application_guess")!)
            .ShouldNotContain(Unknown.Value[..8]);
    }

    [Fact]
    public void Limits_that_make_no_sense_are_named() =>
        new LookupOptions { LockMinutes = 0 }.Validate().ShouldBe(
            ["Lookups:LockMinutes is 0. Write a number from 1 to 1440; 15 is the default."]);

    private async Task Guess(int times)
    {
        for (var i = 0; i < times; i++)
        {
            await Prove(Existing, Wrong, 0);
        }
    }

    private Task<ProofOutcome> Prove(ApplicationNumber number, DateOnly birthDate, double minute) => _applications.Prove(
        new Proof(new MessageId($"wamid.{Interlocked.Increment(ref _messages)}"), number, birthDate, Noon.AddMinutes(minute)), default);

    private int Guesses()
    {
        using var connection = _temp.Database.Connect();
        return connection.ExecuteScalar<int>("SELECT count(*) FROM application_guess");
    }
}
