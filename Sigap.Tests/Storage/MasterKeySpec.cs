using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Sigap.Host.Keys;
using Sigap.Host.Storage;

namespace Sigap.Tests.Storage;

public sealed class MasterKeySpec : IDisposable
{
    private const string Some = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private readonly TempDatabase _temp = new();

    private string File => Path.Combine(_temp.Folder, "keys", "master.key");

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void A_missing_key_file_is_made_once_for_the_owner_alone()
    {
        var made = MasterKey.Load(new KeysOptions { MasterKeyFile = File }, mayMake: true);
        var again = MasterKey.Load(new KeysOptions { MasterKeyFile = File }, mayMake: false);

        again.Fingerprint.ShouldBe(made.Fingerprint);
        if (!OperatingSystem.IsWindows())
        {
            System.IO.File.GetUnixFileMode(File).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public void The_key_can_come_from_the_settings() =>
        MasterKey.Load(new KeysOptions { MasterKey = Some }, mayMake: false).ToArray().ShouldBe(Convert.FromBase64String(Some));

    [Fact]
    public void A_missing_file_is_not_replaced_where_there_is_data() =>
        Should.Throw<CannotStartException>(() => MasterKey.Load(new KeysOptions { MasterKeyFile = File }, mayMake: false))
            .Message.ShouldContain("Put the file back from its backup");

    [Theory]
    [InlineData("dGVzdA==")]
    [InlineData("not base64")]
    public void What_is_no_key_is_refused_without_being_repeated(string text)
    {
        var refusal = Should.Throw<CannotStartException>(() => MasterKey.Load(new KeysOptions { MasterKey = text }, mayMake: true));

        refusal.Message.ShouldStartWith("Keys:MasterKey is not 32 bytes in base64.");
        refusal.Message.ShouldNotContain(text);
    }

    [Fact]
    public void Two_places_for_one_key_are_one_too_many() =>
        Should.Throw<CannotStartException>(() => MasterKey.Load(new KeysOptions { MasterKey = Some, MasterKeyFile = File }, mayMake: true))
            .Message.ShouldContain("both set");

    [Fact]
    public void Keys_for_two_purposes_differ()
    {
        var key = MasterKey.Load(new KeysOptions { MasterKey = Some }, mayMake: false);

        key.Derive("one").ShouldNotBe(key.Derive("two"));
        key.Derive("one").ShouldBe(key.Derive("one"));
        key.ToString().ShouldBe("master key");
    }

    [Fact]
    public async Task A_database_opens_with_its_own_key_only()
    {
        await OpenWith(Some);
        await OpenWith(Some);

        (await Should.ThrowAsync<CannotStartException>(() => OpenWith(Convert.ToBase64String(new byte[32]))))
            .Message.ShouldContain("Put back the key that belongs to this database");
    }

    [Fact]
    public void Wrong_settings_stop_the_start_with_every_problem_named()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(
            [new("Database:Provider", "oracle"), new("Database:BusyTimeoutSeconds", "99")]).Build();

        Should.Throw<CannotStartException>(() => new ServiceCollection().AddStorage(settings))
            .Message.Split(Environment.NewLine).Length.ShouldBe(2);
    }

    private async Task OpenWith(string key)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(
            [new("ConnectionStrings:Sigap", _temp.Options.ConnectionString), new("Keys:MasterKey", key), new("Database:MinimumFreeMegabytes", "0")])
            .Build();
        await using var services = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddKeys(settings)
            .AddStorage(settings)
            .BuildServiceProvider();
        await services.OpenStorage();
    }
}
