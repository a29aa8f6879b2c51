using Microsoft.Extensions.Configuration;
using Npgsql;
using Sigap.Host.Storage;

namespace Sigap.Tests.Storage;

public class DatabaseOptionsSpec
{
    [Fact]
    public void Without_settings_the_data_is_kept_in_a_file_under_data()
    {
        var options = From([]);

        options.Validate().ShouldBeEmpty();
        options.File.ShouldBe(Path.GetFullPath("data/sigap.db"));
    }

    [Theory]
    [InlineData("Database:Provider", "postgresql", "ConnectionStrings:Sigap is empty, and PostgreSQL has no default place.")]
    [InlineData("Database:Provider", "oracle", "Database:Provider is \"oracle\"")]
    [InlineData("Database:PoolSize", "4", "Database:PoolSize is 4. Write a number from 5 to 500")]
    [InlineData("Database:BusyTimeoutSeconds", "0", "Database:BusyTimeoutSeconds is 0. Write a number from 1 to 60")]
    [InlineData("Database:MinimumFreeMegabytes", "-1", "Database:MinimumFreeMegabytes is -1.")]
    [InlineData("ConnectionStrings:Sigap", "Host=db;Password=geheim", "ConnectionStrings:Sigap is not a SQLite connection string.")]
    [InlineData("ConnectionStrings:Sigap", "", "ConnectionStrings:Sigap names no file")]
    [InlineData("ConnectionStrings:Sigap", "Data Source=:memory:", "ConnectionStrings:Sigap keeps the data in memory")]
    [InlineData("ConnectionStrings:Sigap", "Data Source=a.db;Cache=Shared", "ConnectionStrings:Sigap has Cache=Shared")]
    [InlineData("ConnectionStrings:Sigap", "Data Source=a.db;Mode=ReadOnly", "ConnectionStrings:Sigap is read-only")]
    public void A_wrong_setting_is_named_with_its_remedy(string setting, string value, string message)
    {
        var problem = From([new(setting, value)]).Validate().ShouldHaveSingleItem();

        problem.ShouldStartWith(message);
        problem.ShouldNotContain("geheim");
    }

    [Theory]
    [InlineData("", "ConnectionStrings:Sigap is empty, and PostgreSQL has no default place. Write for example \"Host=")]
    [InlineData("Data Source=data/sigap.db", "ConnectionStrings:Sigap is not a PostgreSQL connection string.")]
    [InlineData("Host=db;Port=viele;Database=sigap;Username=sigap;Password=geheim", "ConnectionStrings:Sigap is not a PostgreSQL connection string.")]
    [InlineData("Database=sigap;Username=sigap;Password=geheim", "ConnectionStrings:Sigap names no server (Host).")]
    [InlineData("Host=db;Username=sigap;Password=geheim", "ConnectionStrings:Sigap names no database (Database).")]
    [InlineData("Host=db;Database=sigap;Password=geheim", "ConnectionStrings:Sigap names no user (Username).")]
    [InlineData("Host=db;Database=sigap;Username=sigap;Multiplexing=true", "ConnectionStrings:Sigap has Multiplexing=true")]
    public void A_wrong_place_of_PostgreSQL_is_named_with_its_remedy(string value, string message)
    {
        var problem = From([new("Database:Provider", "postgresql"), new("ConnectionStrings:Sigap", value)]).Validate().ShouldHaveSingleItem();

        problem.ShouldStartWith(message);
        problem.ShouldNotContain("geheim");
    }

    [Fact]
    public void What_the_connection_string_does_not_say_is_completed_and_what_it_says_stands()
    {
        var options = From(
        [
            new("Database:Provider", "postgresql"),
            new("Database:PoolSize", "7"),
            new("ConnectionStrings:Sigap", "Host=db;Database=sigap;Username=sigap;Password=geheim;CommandTimeout=3;Include Error Detail=true"),
        ]);

        var effective = new NpgsqlConnectionStringBuilder(PostgresConnectionText.Effective(options));
        options.Validate().ShouldBeEmpty();
        (effective.MaxPoolSize, effective.CommandTimeout, effective.Timeout, effective.ApplicationName).ShouldBe((7, 3, 5, "sigap"));
        effective.Options.ShouldBe("-c statement_timeout=8s -c lock_timeout=3s -c idle_in_transaction_session_timeout=10s");
        effective.IncludeErrorDetail.ShouldBeFalse("it would quote rows in the log");
        options.Place.ShouldBe("\"sigap\" on PostgreSQL at db:5432");
    }

    [Fact]
    public void Every_node_of_a_cluster_is_seen_by_its_name()
    {
        var options = From(
        [
            new("Database:Provider", "postgresql"),
            new("ConnectionStrings:Sigap", "Host=db;Database=sigap;Username=sigap"),
            new("Cluster:Hostname", "sigap-2"),
            new("Cluster:Port", "4053"),
            new("Cluster:SeedNodes:0", "akka.tcp://sigap@sigap-1:4053"),
        ]);

        new NpgsqlConnectionStringBuilder(PostgresConnectionText.Effective(options)).ApplicationName.ShouldBe("sigap sigap-2:4053");
    }

    [Fact]
    public void What_the_operator_writes_for_the_server_s_session_stands()
    {
        var options = From(
        [
            new("Database:Provider", "postgresql"),
            new("ConnectionStrings:Sigap", "Host=db;Database=sigap;Username=sigap;Options=-c lock_timeout=1s;Application Name=kanim"),
        ]);

        var effective = new NpgsqlConnectionStringBuilder(PostgresConnectionText.Effective(options));

        (effective.Options, effective.ApplicationName).ShouldBe(("-c lock_timeout=1s", "kanim"));
    }

    private static DatabaseOptions From(IEnumerable<KeyValuePair<string, string?>> settings) =>
        DatabaseOptions.From(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
}
