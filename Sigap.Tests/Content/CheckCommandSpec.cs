using Sigap.Content;
using Sigap.Host.Content;
using Sigap.Tests.Support;

namespace Sigap.Tests.Content;

public sealed class CheckCommandSpec : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sigap-");

    [Fact]
    public void Errors_are_listed_and_give_exit_code_1()
    {
        new ContentBuilder().Edit("fees.yaml", "350000", "350.000").WriteTo(_folder.FullName);

        var (code, lines) = Run();

        code.ShouldBe(1);
        lines[0].ShouldStartWith($"{_folder.Name}/content/en/frame.yaml:");
        lines.ShouldContain(line => line.StartsWith($"{_folder.Name}/fees.yaml:2: 'rupiah' is '350.000'", StringComparison.Ordinal));
        lines[^1].ShouldMatch(@"^\d+ errors, 0 warnings in 10 files \(\d+\.\d s\)$");
    }

    [Fact]
    public void Warnings_alone_succeed()
    {
        new ContentBuilder().Without("holidays/2027.yaml").WriteTo(_folder.FullName);

        var (code, lines) = Run();

        code.ShouldBe(0);
        lines[0].ShouldStartWith($"{_folder.Name}/holidays/2027.yaml:1: warning: ");
        lines[^1].ShouldStartWith("0 errors, 1 warning in 9 files");
    }

    [Fact]
    public void What_other_checks_find_counts_too()
    {
        new ContentBuilder().WriteTo(_folder.FullName);

        var (code, lines) = Run(new Suspicious());

        code.ShouldBe(1);
        lines[0].ShouldBe("content/id/vocabulary.yaml:7: no such topic");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private (int Code, string[] Lines) Run(params IConfigCheck[] checks)
    {
        using var output = new StringWriter();
        var code = CheckCommand.Run(_folder.FullName, ContentBuilder.Today, output, checks);

        return (code, output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    private sealed class Suspicious : IConfigCheck
    {
        public IEnumerable<Finding> Check(string folder, ContentSet content) =>
            [new Finding("content/id/vocabulary.yaml", 7, Severity.Error, "no such topic")];
    }
}
