using Dapper;
using Sigap.Host.Storage;

namespace Sigap.Tests.Storage;

public sealed class PostgresSigapDatabaseSpec : IDisposable
{
    private const string Password = "rahasia-sekali";
    private readonly TempPostgres _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task Nodes_that_start_at_once_make_the_tables_once()
    {
        var nodes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            () => SigapDatabase.Open(_temp.Options, TimeProvider.System))));
        foreach (var node in nodes)
        {
            node.Dispose();
        }

        using var connection = _temp.Database.Connect();
        connection.Query<int>("SELECT version FROM schema_version ORDER BY version")
            .ShouldBe(Enumerable.Range(1, Migrations.Postgresql.Newest));
    }

    [Fact]
    public async Task Of_two_writers_that_wait_for_each_other_one_is_undone_and_writes_again()
    {
        await Create();
        await Write("INSERT INTO tried VALUES (1, 0), (2, 0)");
        using var bothHaveOne = new CountdownEvent(2);
        var calls = 0;

        await Task.WhenAll(Update(1, 2), Update(2, 1));

        calls.ShouldBe(3);
        (await _temp.Database.Read(connection => connection.ExecuteScalar<int>("SELECT sum(times) FROM tried"), default)).ShouldBe(4);

        Task Update(int first, int second) => _temp.Database.Write(
            (connection, transaction) =>
            {
                connection.Execute("UPDATE tried SET times = times + 1 WHERE n = @first", new { first }, transaction);
                if (Interlocked.Increment(ref calls) <= 2)
                {
                    bothHaveOne.Signal();
                    bothHaveOne.Wait();
                }

                connection.Execute("UPDATE tried SET times = times + 1 WHERE n = @second", new { second }, transaction);
            },
            default);
    }

    [Fact]
    public async Task A_write_that_fails_leaves_nothing_and_stops_nobody()
    {
        await Create();
        await Should.ThrowAsync<InvalidOperationException>(() => _temp.Database.Write(
            (connection, transaction) =>
            {
                connection.Execute("INSERT INTO tried VALUES (1, 0)", transaction: transaction);
                throw new InvalidOperationException();
            },
            default));

        (await _temp.Database.Read(connection => connection.ExecuteScalar<int>("SELECT count(*) FROM tried"), default)).ShouldBe(0);
    }

    [Fact]
    public async Task Whoever_takes_a_turn_is_alone_with_it_in_the_whole_cluster()
    {
        await Create();
        await Write("INSERT INTO tried VALUES (1, 0)");
        using var other = SigapDatabase.Open(_temp.Options, TimeProvider.System);

        await Task.WhenAll(Enumerable.Range(0, 40).Select(caller => (caller % 2 == 0 ? _temp.Database : other).Write(
            (connection, transaction) =>
            {
                (caller % 2 == 0 ? _temp.Database : other).WaitForTurn(connection, transaction, 4711);
                var times = connection.ExecuteScalar<int>("SELECT times FROM tried", transaction: transaction);
                connection.Execute("UPDATE tried SET times = @next", new { next = times + 1 }, transaction);
            },
            default)));

        (await _temp.Database.Read(connection => connection.ExecuteScalar<int>("SELECT times FROM tried"), default)).ShouldBe(40);
    }

    [Fact]
    public void A_guest_makes_the_tables_of_an_empty_database_and_leaves_others_alone()
    {
        SigapDatabase.OpenAsGuest(_temp.Options, TimeProvider.System).Dispose();
        using (var connection = _temp.Database.Connect())
        {
            connection.Execute("DELETE FROM schema_version WHERE version > 1");
        }

        Should.Throw<CannotStartException>(() => SigapDatabase.OpenAsGuest(_temp.Options, TimeProvider.System))
            .Message.ShouldContain("start it with this version first");
    }

    [Fact]
    public async Task A_service_with_less_rights_works_on_tables_another_user_made()
    {
        SigapDatabase.Open(_temp.Options, TimeProvider.System).Dispose();
        var user = await CreateUser();
        var options = OptionsFor(user);
        await _temp.Server.Execute(_temp.Name, $"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {user}");

        using (var database = SigapDatabase.Open(options, TimeProvider.System))
        {
            await new SqlQuarantine(database).Keep([new("k", "why", "{}", DateTimeOffset.UnixEpoch)], default);
            await JournalPlugin.PersistSomething(database.ConnectionString, "PostgreSQL.15", makeTables: false);
        }

        await _temp.Server.Execute(_temp.Name, $"DROP OWNED BY {user}; DROP ROLE {user}");
    }

    [Fact]
    public async Task A_table_the_user_may_not_use_is_named_at_the_start()
    {
        SigapDatabase.Open(_temp.Options, TimeProvider.System).Dispose();
        var user = await CreateUser();
        await _temp.Server.Execute(
            _temp.Name,
            $"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {user}; REVOKE DELETE ON owed, snapshot FROM {user}");

        var refusal = Should.Throw<CannotStartException>(() => SigapDatabase.Open(OptionsFor(user), TimeProvider.System)).Message;

        refusal.ShouldContain(": owed, snapshot. As their owner grant it the use of all: GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES");
        await _temp.Server.Execute(_temp.Name, $"DROP OWNED BY {user}; DROP ROLE {user}");
    }

    [Fact]
    public async Task Who_may_not_make_tables_is_told_of_the_two_ways_out()
    {
        var user = await CreateUser();

        var refusal = Should.Throw<CannotStartException>(() => SigapDatabase.Open(OptionsFor(user), TimeProvider.System)).Message;

        refusal.ShouldContain("GRANT CREATE ON SCHEMA public");
        refusal.ShouldContain("\"migrate\"");
        refusal.ShouldNotContain(Password);
        await _temp.Server.Execute(_temp.Name, $"DROP OWNED BY {user}; DROP ROLE {user}");
    }

    [Fact]
    public async Task Commits_that_are_not_durable_are_refused()
    {
        await _temp.Server.Execute(_temp.Name, $"ALTER DATABASE {_temp.Name} SET synchronous_commit = off");

        Should.Throw<CannotStartException>(() => SigapDatabase.Open(_temp.Options, TimeProvider.System))
            .Message.ShouldContain("ALTER ROLE … SET synchronous_commit = on");
    }

    [Fact]
    public void An_old_server_a_standby_and_an_encoding_that_cannot_hold_everything_are_refused()
    {
        var fine = new PostgresDemands.Found { Encoding = "UTF8", SynchronousCommit = "on" };

        PostgresDemands.Problem(new Version(15, 0), fine, "here").ShouldBeNull();
        PostgresDemands.Problem(new Version(14, 9), fine, "here")!.ShouldContain("Sigap needs 15 or newer");
        PostgresDemands.Problem(new Version(17, 1), new() { Encoding = "LATIN1", SynchronousCommit = "on" }, "here")!
            .ShouldContain("ENCODING 'UTF8'");
        PostgresDemands.Problem(new Version(17, 1), new() { Encoding = "UTF8", SynchronousCommit = "on", IsStandby = true }, "here")!
            .ShouldContain("Name the primary");
    }

    [Fact]
    public async Task A_refused_password_is_told_without_repeating_it()
    {
        var user = await CreateUser();
        var options = OptionsFor(user, "salah-tebak");

        var refusal = Should.Throw<CannotStartException>(() => SigapDatabase.Open(options, TimeProvider.System)).Message;

        refusal.ShouldContain($"does not let the user \"{user}\" in");
        refusal.ShouldContain("Password in ConnectionStrings:Sigap");
        refusal.ShouldNotContain("salah-tebak");
        await _temp.Server.Execute(_temp.Name, $"DROP OWNED BY {user}; DROP ROLE {user}");
    }

    [Fact]
    public void A_missing_password_is_told()
    {
        var options = OptionsFor("somebody", "");

        Should.Throw<CannotStartException>(() => SigapDatabase.Open(options, TimeProvider.System))
            .Message.ShouldContain("wants a password for the user \"somebody\"");
    }

    [Fact]
    public void A_database_that_is_not_there_is_named_with_the_command_that_makes_it()
    {
        var options = new DatabaseOptions
        {
            Provider = DatabaseOptions.Postgresql,
            ConnectionString = _temp.Server.ConnectionString("belum_ada"),
        };

        Should.Throw<CannotStartException>(() => SigapDatabase.Open(options, TimeProvider.System))
            .Message.ShouldContain("has no database \"belum_ada\". Make it (CREATE DATABASE belum_ada");
    }

    [Fact]
    public void A_server_that_does_not_answer_is_named()
    {
        var options = new DatabaseOptions
        {
            Provider = DatabaseOptions.Postgresql,
            ConnectionString = $"Host=127.0.0.1;Port=1;Database=sigap;Username=sigap;Password={Password}",
        };

        var refusal = Should.Throw<CannotStartException>(() => SigapDatabase.Open(options, TimeProvider.System)).Message;

        refusal.ShouldStartWith("PostgreSQL at 127.0.0.1:1 does not answer: ");
        refusal.ShouldContain("correct Host and Port in ConnectionStrings:Sigap");
        refusal.ShouldNotContain(Password);
    }

    [Fact]
    public void TLS_the_server_does_not_speak_is_told()
    {
        var options = new DatabaseOptions
        {
            Provider = DatabaseOptions.Postgresql,
            ConnectionString = _temp.Options.ConnectionString + ";SSL Mode=VerifyFull",
        };

        Should.Throw<CannotStartException>(() => SigapDatabase.Open(options, TimeProvider.System))
            .Message.ShouldContain("do not agree on TLS");
    }

    private Task Create() => Write("CREATE TABLE tried (n INTEGER, times INTEGER NOT NULL)");

    private Task Write(string statement) =>
        _temp.Database.Write((connection, transaction) => { connection.Execute(statement, transaction: transaction); }, default);

    private async Task<string> CreateUser()
    {
        var user = $"user_of_{_temp.Name}";
        await _temp.Server.Execute(_temp.Name, $"CREATE ROLE {user} LOGIN PASSWORD '{Password}'");
        return user;
    }

    private DatabaseOptions OptionsFor(string user, string password = Password) => new()
    {
        Provider = DatabaseOptions.Postgresql,
        ConnectionString = _temp.Server.ConnectionString(_temp.Name, user, password),
    };
}
