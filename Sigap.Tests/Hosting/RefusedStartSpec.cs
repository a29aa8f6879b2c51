using System.Diagnostics;
using Sigap.Tests.Support;
using Xunit.Abstractions;

namespace Sigap.Tests.Hosting;

[Collection(HostingCollection.Name)]
public sealed class RefusedStartSpec(ITestOutputHelper output) : IDisposable
{
    private const string Graph = "http://127.0.0.1:9";
    private readonly DataFolder _folder = new();

    [Theory]
    [InlineData("Database:Provider=mysql", "Database:Provider is \"mysql\"", "Write \"sqlite\"")]
    [InlineData("Database:BusyTimeoutSeconds=0", "Database:BusyTimeoutSeconds is 0", "from 1 to 60")]
    [InlineData("Simulator:Enabled=true", "Simulator:Enabled is true", "Remove Simulator:Enabled")]
    [InlineData("Urls=http://127.0.0.1:99999", "Urls is \"http://127.0.0.1:99999\"", "http://127.0.0.1:8080")]
    [InlineData("Cluster:Port=70000", "Cluster:Port is 70000", "from 1 to 65535")]
    [InlineData("Cluster:Port=viele", "'viele' at 'Cluster:Port'", "Write a value of that kind")]
    [InlineData("Cluster:SeedNodes:0=nowhere", "'nowhere'", "akka.tcp://sigap@host:port")]
    [InlineData("Conversations:UnknownWait=00:01:01", "Conversations:UnknownWait is 00:01:01", "one minute")]
    [InlineData("Conversations:PairBurst=0", "Conversations:PairBurst is 0", "from 1 to 1000")]
    [InlineData("Conversations:PairInterval=00:00:00", "Conversations:PairInterval is 00:00:00", "one minute")]
    [InlineData("Conversations:RestartWait=00:00:21", "Conversations:RestartWait is 00:00:21", "one to twenty seconds")]
    [InlineData("Conversations:LateAfter=1.00:00:00", "Conversations:LateAfter is 1.00:00:00", "below 24 hours")]
    [InlineData("Conversations:LateGather=00:02:00", "Conversations:LateGather is 00:02:00", "one minute")]
    [InlineData("Conversations:AnswerTimeout=00:00:00", "Conversations:AnswerTimeout is 00:00:00", "one minute")]
    [InlineData("WhatsApp:GraphUrl=http://graph.example.com", "WhatsApp:GraphUrl is \"http://graph.example.com\"", "https://")]
    [InlineData("Config:Path=/no/such/folder", "Config:Path is '/no/such/folder'", "write the folder")]
    public async Task A_wrong_setting_is_named_with_its_value_and_the_remedy(string setting, string named, string remedy)
    {
        var (code, written) = await SigapProcess.Run(_folder, _folder.Settings(Graph, $"--{setting}"));

        code.ShouldBe(1, written);
        written.ShouldContain(named);
        written.ShouldContain(remedy);
        written.ShouldNotContain("   at ", Case.Sensitive, "a stack trace helps nobody who mistyped a setting");
    }

    [Fact]
    public async Task A_second_process_on_the_same_data_refuses_and_the_first_goes_on()
    {
        using var first = await SigapProcess.Start(_folder, _folder.Settings(Graph));

        var (code, written) = await SigapProcess.Run(_folder, _folder.Settings(Graph));

        code.ShouldBe(1, written);
        written.ShouldContain("in use by another Sigap process. Stop that process first, or give this one a database of its own");
        using var answer = await first.Webhook.Http.GetAsync(new Uri("/health/ready", UriKind.Relative));
        answer.IsSuccessStatusCode.ShouldBeTrue();
    }

    [Fact]
    public async Task An_address_in_use_is_named()
    {
        await using var other = await GraphStandIn.Start();

        var (code, written) = await SigapProcess.Run(_folder, _folder.Settings(Graph, $"--Urls={other.Url}"));

        code.ShouldBe(1, written);
        written.ShouldContain(other.Url);
        written.ShouldContain("Stop the program that uses it");
    }

    [Fact]
    public async Task A_broken_fact_is_shown_with_file_and_line_by_the_check_and_at_the_start()
    {
        var config = CopyOfConfig();
        var fees = Path.Combine(config, "fees.yaml");
        await File.WriteAllTextAsync(fees, (await File.ReadAllTextAsync(fees)).Replace("350000", "350.000", StringComparison.Ordinal));

        var check = await SigapProcess.Run(_folder, "check", $"--Config:Path={config}");
        var start = await SigapProcess.Run(_folder, _folder.Settings(Graph, $"--Config:Path={config}"));

        check.ExitCode.ShouldBe(1, check.Written);
        check.Written.ShouldContain("config/fees.yaml:3: 'rupiah' is '350.000'");
        start.ExitCode.ShouldBe(1, start.Written);
        start.Written.ShouldContain("fees.yaml:3: 'rupiah' is '350.000'");
    }

    [Fact]
    public async Task The_shipped_configuration_passes_the_check()
    {
        var started = Stopwatch.GetTimestamp();

        var (code, written) = await SigapProcess.Run(_folder, "check", $"--Config:Path={RepositoryRoot.Combine("config")}");

        output.WriteLine($"{Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s with the start of the process");
        output.WriteLine(written);
        code.ShouldBe(0, written);
    }

    public void Dispose() => _folder.Dispose();

    private string CopyOfConfig()
    {
        var from = RepositoryRoot.Combine("config");
        var to = Path.Combine(_folder.Path, "config");
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return to;
    }
}
