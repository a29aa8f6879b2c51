using Microsoft.Extensions.Configuration;
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
    [InlineData("Database:Provider", "postgresql", "Database:Provider is \"postgresql\", which this version cannot use yet. Write \"sqlite\".")]
    [InlineData("Database:Provider", "oracle", "Database:Provider is \"oracle\"")]
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

    private static DatabaseOptions From(IEnumerable<KeyValuePair<string, string?>> settings) =>
        DatabaseOptions.From(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
}
