using System.Text;
using Microsoft.Extensions.Time.Testing;
using Sigap.Applications;
using Sigap.Host.Applications;
using Sigap.Host.Storage;
using Sigap.Kernel;
using Sigap.Tests.Storage;

namespace Sigap.Tests.Applications;

public sealed class ImportSpec : IDisposable
{
    private const string Header = "number,office,birth_date,name,stage,stage_on,ready_on,updated_at";
    private const string Good = "1106000000000101,jakarta-pusat,1990-08-17,Budi Santoso,printing,2026-11-20,,2026-11-20T09:00:00+07:00";
    private readonly TempDatabase _temp = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 5, 0, 0, TimeSpan.Zero));
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task Good_rows_are_kept_and_bad_ones_named_by_line_field_reason_and_remedy()
    {
        var code = await Import(
            Header,
            Good,
            "110600000000010,jakarta-pusat,1990-08-17,Siti,printing,2026-11-20,,2026-11-20T09:00:00+07:00",
            "1106000000000103,bogor,1990-13-17,,cetak,2027-11-20,,2026-11-20 09:00",
            "",
            "1106000000000104,jakarta-pusat,17/08/1990,\"Lestari, Dewi\",ready-for-collection,19-11-2026,,2026-11-20 09:00:00+07:00");

        code.ShouldBe(ImportCommand.SomeBad);
        Errors().ShouldBe(
        [
            "line 3: number: not 16 digits; write all 16 digits without spaces or dots",
            "line 4: office: not an office of this configuration; write one of denpasar, jakarta-pusat, jayapura",
            "line 4: birth_date: not a date; write it as 2026-11-24",
            "line 4: name: empty; write the applicant's name",
            "line 4: stage: not a stage; write one of " + string.Join(", ", Stages.All.Select(stage => stage.Name())),
            "line 4: stage_on: in the future; write a date that has come",
            "line 4: updated_at: without offset from UTC; write it with its offset from UTC, as 2026-11-24T08:30:00+07:00",
        ]);
        _output.ToString().ShouldContain("4 rows, 2 stored, 0 older than stored, 2 bad");

        var found = await Find("1106000000000104");
        found!.ApplicantName.ShouldBe("Lestari, Dewi");
        found.BirthDate.ShouldBe(new DateOnly(1990, 8, 17));
        found.ReadyOn.ShouldBe(found.StageOn);
    }

    [Fact]
    public async Task Importing_the_same_file_again_changes_nothing()
    {
        (await Import(Header, Good)).ShouldBe(ImportCommand.AllTaken);
        var first = await Find("1106000000000101");
        (await Import(Header, Good)).ShouldBe(ImportCommand.AllTaken);

        (await Find("1106000000000101")).ShouldBe(first);
    }

    [Fact]
    public async Task A_byte_order_mark_semicolons_and_another_order_of_columns_are_fine()
    {
        var file = Path.Combine(_temp.Folder, "excel.csv");
        await File.WriteAllTextAsync(
            file,
            "Updated_At;Stage;Stage_On;Name;Birth_Date;Office;Number;catatan\r\n" +
            "2026-11-20T02:00:00Z;printing;20/11/2026;\"Dewi; \"\"Wati\"\" Lestari\";17/08/1990;denpasar;1207000000000001;x\r\n",
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        (await Run(file)).ShouldBe(ImportCommand.AllTaken, _errors.ToString());
        (await Find("1207000000000001"))!.ApplicantName.ShouldBe("Dewi; \"Wati\" Lestari");
    }

    [Fact]
    public async Task An_open_quote_spoils_its_row_only()
    {
        var code = await Import(
            Header,
            Good.Replace("Budi Santoso", "\"Budi", StringComparison.Ordinal),
            Good,
            Good.Replace("Budi Santoso", "Budi \"Bob\" Santoso", StringComparison.Ordinal),
            Good + ",one too many");

        code.ShouldBe(ImportCommand.SomeBad);
        Errors().Select(line => line[..12]).ShouldBe(["line 2: row:", "line 4: row:", "line 5: row:"]);
        (await Find("1106000000000101")).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_row_without_end_stops_the_reading_and_keeps_what_came_before()
    {
        var code = await Import(Header, Good, Good.Replace("Budi Santoso", new string('x', 300_000), StringComparison.Ordinal));

        code.ShouldBe(ImportCommand.SomeBad);
        Errors().ShouldHaveSingleItem().ShouldStartWith("line 3: ");
        (await Find("1106000000000101")).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_number_rounded_by_a_spreadsheet_is_told_as_such()
    {
        await Import(Header, Good.Replace("1106000000000101", "1.106E+15", StringComparison.Ordinal));

        Errors().ShouldBe(["line 2: number: a spreadsheet has rounded it (1.1E+15); format the column as text and export again"]);
    }

    [Fact]
    public async Task Nothing_personal_is_printed()
    {
        await Import(Header, "1106000000000999,jakarta-pusat,31-02-1971,Wulan\u0007Rahasia,printing,x,y,z");

        var printed = _errors.ToString() + _output;
        printed.ShouldNotContain("1106000000000999");
        printed.ShouldNotContain("1971");
        printed.ShouldNotContain("Rahasia");
    }

    [Theory]
    [InlineData("", "lacks number")]
    [InlineData("nomor,kantor", "lacks number, office")]
    [InlineData("number,office,birth_date,name,stage,stage_on", "lacks updated_at.")]
    public async Task A_file_without_the_right_header_is_refused(string header, string reason)
    {
        (await Import(header)).ShouldBe(ImportCommand.NothingTaken);
        _errors.ToString().ShouldContain(reason);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        (await Run(Path.Combine(_temp.Folder, "none.csv"))).ShouldBe(ImportCommand.NothingTaken);
        _errors.ToString().ShouldContain("none.csv");
    }

    [Fact]
    public async Task Rows_that_are_all_bad_are_a_failed_import() =>
        (await Import(Header, "1,2,3,4,5,6,7,8")).ShouldBe(ImportCommand.NothingTaken);

    [Fact]
    public async Task The_import_works_beside_a_running_service()
    {
        using var service = SigapDatabase.Open(_temp.Options, _time);

        (await Import(Header, Good)).ShouldBe(ImportCommand.AllTaken);
        (await new SqlApplicationStore(service).IsEmpty(default)).ShouldBeFalse();
    }

    [Fact]
    public async Task Progress_is_shown_and_every_row_of_a_long_file_is_taken()
    {
        var rows = Enumerable.Range(0, 25_000).Select(index =>
            $"1106{index:D12},jakarta-pusat,1990-08-17,Budi Santoso,printing,2026-11-20,,2026-11-20T09:00:00+07:00");
        (await Import([Header, .. rows])).ShouldBe(ImportCommand.AllTaken);

        _output.ToString().ShouldStartWith("10,000 rows" + Environment.NewLine + "20,000 rows" + Environment.NewLine);
        _output.ToString().ShouldContain("25,000 rows, 25,000 stored");
    }

    private async Task<int> Import(params string[] lines)
    {
        var file = Path.Combine(_temp.Folder, "applications.csv");
        await File.WriteAllLinesAsync(file, lines);
        return await Run(file);
    }

    private Task<int> Run(string file) =>
        new ImportCommand(_temp.Options, SomeContent.Content, _time).Run(file, _output, _errors);

    private async Task<PassportApplication?> Find(string number)
    {
        using var database = SigapDatabase.Open(_temp.Options, _time);
        return await new SqlApplicationStore(database).Find(ApplicationNumber.Parse(number)!.Value, default);
    }

    private string[] Errors() => _errors.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
}
