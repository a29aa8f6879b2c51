using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Sigap.Content;
using Sigap.Host.Content;
using Sigap.Tests.Support;

namespace Sigap.Tests.Content;

public sealed class ContentStoreSpec : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sigap-");
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 24, 1, 0, 0, TimeSpan.Zero));
    private readonly ContentBuilder _files = new();

    public ContentStoreSpec() => _files.WriteTo(_folder.FullName);

    [Fact]
    public void Changed_files_that_check_out_come_into_force_and_are_told()
    {
        using var store = Open();
        var told = new List<string>();
        store.Changed += content => told.Add(content.Version);
        var before = store.Current.Version;

        Write(_files.Edit("fees.yaml", "350000", "360000"));

        store.Current.Fees["ordinary-5"].Rupiah.ShouldBe(360000);
        told.ShouldBe([store.Current.Version]);
        before.ShouldNotBe(store.Current.Version);
    }

    [Fact]
    public void Changed_files_with_errors_leave_the_old_content_in_force_until_they_are_corrected()
    {
        using var store = Open();
        var before = store.Current;

        Write(_files.Edit("fees.yaml", "350000", "many"));
        store.Current.ShouldBeSameAs(before);

        Write(_files.Edit("fees.yaml", "many", "370000"));
        store.Current.Fees["ordinary-5"].Rupiah.ShouldBe(370000);
    }

    [Fact]
    public void A_listener_that_fails_does_not_keep_the_others_from_hearing()
    {
        using var store = Open();
        var told = 0;
        store.Changed += _ => throw new InvalidOperationException("cannot");
        store.Changed += _ => told++;

        Write(_files.Edit("fees.yaml", "350000", "360000"));

        told.ShouldBe(1);
    }

    [Fact]
    public void A_folder_that_is_away_leaves_the_content_in_force()
    {
        using var store = Open();
        var before = store.Current;

        Directory.Move(_folder.FullName, _folder.FullName + "-away");
        _clock.Advance(TimeSpan.FromSeconds(3));
        Directory.Move(_folder.FullName + "-away", _folder.FullName);

        store.Current.ShouldBeSameAs(before);
    }

    [Fact]
    public void A_program_does_not_start_with_errors_and_lists_them()
    {
        _files.Edit("fees.yaml", "350000", "many").WriteTo(_folder.FullName);

        var refused = Should.Throw<ContentInvalidException>(() => Open().Dispose());

        refused.Message.ShouldContain("fees.yaml:2: 'rupiah' is 'many'");
        refused.Findings.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_check_of_another_part_can_refuse_content()
    {
        using var store = Open(new RefusesDearFees());
        var before = store.Current;

        Write(_files.Edit("fees.yaml", "350000", "999999"));

        store.Current.ShouldBeSameAs(before);
    }

    [Fact]
    public void A_configured_folder_that_is_not_there_is_named() =>
        Should.Throw<DirectoryNotFoundException>(() => ConfigFolder.Locate(Path.Combine(_folder.FullName, "none")))
            .Message.ShouldContain("Config:Path");

    public void Dispose() => _folder.Delete(recursive: true);

    private ContentStore Open(params IConfigCheck[] checks) =>
        new(_folder.FullName, new ConfigSettings(), checks, _clock, NullLogger<ContentStore>.Instance);

    /// <summary>Writes, and lets the time pass after which the folder is looked at.</summary>
    private void Write(ContentBuilder files)
    {
        files.WriteTo(_folder.FullName);
        _clock.Advance(TimeSpan.FromSeconds(3));
    }

    private sealed class RefusesDearFees : IConfigCheck
    {
        public IEnumerable<Finding> Check(string folder, ContentSet content) => content.Fees["ordinary-5"].Rupiah > 900000
            ? [new Finding("fees.yaml", 2, Severity.Error, "too dear")]
            : [];
    }
}
