using System.Net;
using Akka.Actor;
using Microsoft.Extensions.DependencyInjection;
using Sigap.Tests.Storage;
using Sigap.Tests.Support;
using Xunit.Abstractions;

namespace Sigap.Tests.Hosting;

/// <summary>The whole program on PostgreSQL: what it promises there is what it promises on SQLite.</summary>
[Collection(HostingCollection.Name)]
public sealed class OnPostgresqlSpec(ITestOutputHelper output) : IAsyncLifetime
{
    private readonly DataFolder _folder = new();
    private readonly TempPostgres _temp = new();
    private GraphStandIn _graph = null!;
    private int _messages;

    private JournalOnDisk Journal => JournalOnDisk.Of(_temp);

    public async Task InitializeAsync() => _graph = await GraphStandIn.Start();

    public async Task DisposeAsync()
    {
        await _graph.DisposeAsync();
        _temp.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Killed_in_the_middle_of_many_conversations_nothing_is_lost_and_nothing_answered_twice(int seed)
    {
        var settings = _folder.Settings(_graph.Url, _temp.Options, "--Transport:MessagesPerSecond=1000");
        var applicants = new ManyApplicants(300, seed);

        var story = await KillMidway.Play(_folder, settings, _graph, Journal, applicants);

        story.Written.ShouldContain($"\"{_temp.Name}\" on PostgreSQL at 127.0.0.1:{_temp.Server.Port}");
        output.WriteLine(
            $"seed {seed}: killed after {story.Acknowledged} of {applicants.Messages} acknowledgements; sent once more: {story.SentAgain}");
    }

    [Fact]
    public async Task Feedback_and_requests_to_officers_reach_their_tables_and_outlive_a_restart()
    {
        await using (var sigap = await SigapInProcess.Start(_folder.Settings(_graph.Url, _temp.Options)))
        {
            await Say(sigap, "6281100000001", "#saran", "3", "Antrean di loket dua lama sekali", "4");
            await Say(sigap, "6281100000002", "menu", "7", "Mohon dihubungi soal berkas saya");
            await Eventually.Becomes(Journal.IsQuiet, () => $"the read tables have seen everything. {sigap.Log.All}");
        }

        await using (var again = await SigapInProcess.Start(_folder.Settings(_graph.Url, _temp.Options)))
        {
            await Say(again, "6281100000003", "halo");
            await Eventually.Becomes(Journal.IsQuiet, () => $"the read tables have seen everything. {again.Log.All}");
        }

        Journal.Query<string>("SELECT string_agg(category || '|' || office || '|' || text, ',') FROM feedback")
            .ShouldBe("complaint|jakarta-pusat|Antrean di loket dua lama sekali");
        Journal.Query<string>("SELECT string_agg(office || '|' || text, ',') FROM officer_request")
            .ShouldBe("jakarta-pusat|Mohon dihubungi soal berkas saya");
        Journal.Query<long>("SELECT COUNT(*) FROM feedback WHERE rating IS NOT NULL").ShouldBe(1);
    }

    [Fact]
    public async Task What_was_settled_by_experiment_is_in_force()
    {
        await using var sigap = await SigapInProcess.Start(_folder.Settings(_graph.Url, _temp.Options));
        var config = sigap.Services.GetRequiredService<ActorSystem>().Settings.Config;

        string[] wanted =
        [
            "akka.persistence.journal.sql.provider-name = PostgreSQL.15",
            "akka.persistence.snapshot-store.sql.provider-name = PostgreSQL.15",
            "akka.persistence.query.journal.sql.provider-name = PostgreSQL.15",
            "akka.persistence.journal.sql.parallelism = 3",
            "akka.persistence.journal.sql.replay-filter.mode = off",
            "akka.persistence.journal.sql.auto-initialize = off",
            "akka.persistence.journal.sql.circuit-breaker.max-failures = 500",
            "akka.persistence.journal.sql.circuit-breaker.reset-timeout = 2s",
            "akka.persistence.snapshot-store.sql.circuit-breaker.max-failures = 500",
        ];
        wanted.Select(line => line.Split(" = ")[0]).Select(path => $"{path} = {config.GetString(path)}").ShouldBe(wanted);
    }

    [Fact]
    public async Task Tables_made_by_the_migrate_command_serve_a_start_that_may_make_none()
    {
        var settings = _folder.Settings(_graph.Url, _temp.Options, "--Database:Migrate=false");

        var early = await SigapProcess.Run(_folder, settings);
        var migrated = await SigapProcess.Run(_folder, ["migrate", .. settings]);
        using var sigap = await SigapProcess.Start(_folder, settings);

        early.ExitCode.ShouldBe(1, early.Written);
        early.Written.ShouldContain("Database:Migrate is false");
        migrated.ExitCode.ShouldBe(0, migrated.Written);
        migrated.Written.ShouldContain("are up to date");
        (await sigap.Webhook.Post(Message("6281100000001", "first"))).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_refused_password_stops_the_start_with_one_readable_sentence()
    {
        var settings = _folder.Settings(_graph.Url, _temp.Options, $"--ConnectionStrings:Sigap={_temp.Options.ConnectionString};Password=salah-tebak");

        var (code, written) = await SigapProcess.Run(_folder, settings);

        code.ShouldBe(1, written);
        written.ShouldContain("does not let the user \"postgres\" in");
        written.ShouldNotContain("salah-tebak");
        written.ShouldNotContain("   at ", Case.Sensitive, "a stack trace helps nobody who mistyped a password");
    }

    [Fact]
    public async Task Applications_are_imported_beside_the_running_service()
    {
        var settings = _folder.Settings(_graph.Url, _temp.Options);
        using var sigap = await SigapProcess.Start(_folder, settings);
        var file = Path.Combine(_folder.Path, "applications.csv");
        await File.WriteAllTextAsync(
            file,
            """
            number,office,birth_date,name,stage,stage_on,ready_on,updated_at
            1106000000000999,jakarta-pusat,1990-08-17,Budi Santoso,printing,2026-11-20,,2026-11-20T08:30:00+07:00
            1106000000000998,jakarta-pusat,1990-08-17,Siti Rahmawati,printing,2026-11-20,,2026-11-20T08:30:00+07:00
            """);

        var (code, written) = await SigapProcess.Run(_folder, ["import", "applications", file, .. settings]);

        code.ShouldBe(0, written);
        Journal.Query<long>("SELECT COUNT(*) FROM application WHERE number >= '1106000000000998' AND number <= '1106000000000999'").ShouldBe(2);
    }

    private static byte[] Message(string phone, string id) =>
        SignedWebhook.Text("109000000000001", phone, $"wamid.pg.{id}", "halo", DateTimeOffset.UtcNow);

    private async Task Say(SigapInProcess sigap, string phone, params string[] texts)
    {
        foreach (var text in texts)
        {
            var body = SignedWebhook.Text("109000000000001", phone, $"wamid.say.{_messages++}", text, sigap.Clock.GetUtcNow());
            (await sigap.Webhook.Post(body)).ShouldBe(HttpStatusCode.OK, sigap.Log.All);
        }
    }
}
