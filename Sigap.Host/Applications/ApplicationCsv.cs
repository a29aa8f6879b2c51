using CsvHelper;

namespace Sigap.Host.Applications;

/// <param name="Line">The line of the file, counted from 1 as editors do.</param>
/// <param name="Draft">Null when the row could not be taken apart: then <paramref name="Problem"/> says why.</param>
internal readonly record struct ApplicationRow(int Line, ApplicationDraft? Draft, FieldProblem? Problem);

/// <summary>
/// Reads a CSV file of applications: quoting as in RFC 4180, UTF-8 with or without byte order mark, comma or semicolon, a
/// header line with the names of <see cref="ApplicationFields"/> in any order. Columns of other names are passed over.
/// No field holds a line break: so one quote left open spoils its row and not the rest of the file.
/// </summary>
internal sealed class ApplicationCsv : IDisposable
{
    private const string RowItself = "row";
    private const int LongestRow = 64 * 1024;

    private static readonly FieldProblem Endless = new(
        RowItself, $"longer than {LongestRow} bytes, so nothing after it was read", "correct this line and import the file again");

    private readonly CsvReader _reader;
    private readonly int[] _columns;
    private readonly int _width;
    private readonly Dictionary<long, CsvMalformedReason> _malformed = [];

    private ApplicationCsv(Stream stream)
    {
        _reader = CsvReader.Create(
            stream,
            new CsvReaderOptions
            {
                AllowLineBreaksInQuotes = false,
                TrackLineNumbers = true,
                IncludeValuesInExceptions = false,
                MaxRecordSize = LongestRow,
                OnMalformedRecord = record => _malformed[record.LineNumber] = record.Reason,
            });
        var header = _reader.Headers.Select(name => name.Trim().ToLowerInvariant()).ToList();
        var missing = ApplicationFields.Required.Where(name => !header.Contains(name)).ToList();
        if (missing.Count > 0)
        {
            throw new CsvUnreadableException(
                $"The first line lacks {string.Join(", ", missing)}. It must name the columns: " +
                $"{string.Join(',', ApplicationFields.All)} (ready_on may be left out), separated by commas or semicolons.");
        }

        _width = header.Count;
        _columns = [.. ApplicationFields.All.Select(name => header.IndexOf(name))];
    }

    /// <exception cref="CsvUnreadableException">No header, or not the right one.</exception>
    public static ApplicationCsv Open(Stream stream)
    {
        try
        {
            return new ApplicationCsv(stream);
        }
        catch (CsvFormatException)
        {
            throw new CsvUnreadableException("The first line is too long to be a header. Is this a CSV file?");
        }
    }

    public IEnumerable<ApplicationRow> Rows()
    {
        while (Next(out var endless))
        {
            var line = (int)(endless?.LineNumber ?? _reader.LineNumber);
            var problem = endless is null ? Problem(line) : Endless;
            yield return problem is null
                ? new ApplicationRow(line, Draft(), null)
                : new ApplicationRow(line, null, problem);
            if (endless is not null)
            {
                yield break;
            }
        }
    }

    public void Dispose() => _reader.Dispose();

    private bool Next(out CsvFormatException? endless)
    {
        try
        {
            endless = null;
            return _reader.Read();
        }
        catch (CsvFormatException tooLong)
        {
            endless = tooLong;
            return true;
        }
    }

    private FieldProblem? Problem(int line)
    {
        if (_malformed.Remove(line, out var reason))
        {
            return reason switch
            {
                CsvMalformedReason.LineBreakInQuotes or CsvMalformedReason.UnterminatedQuote =>
                    new FieldProblem(
                        RowItself, "a quoted field that does not end on its line", "close the quote, and leave no line break in it"),
                _ => new FieldProblem(
                    RowItself, "a quote in the middle of a field", "put the whole field in quotes and double the quotes in it"),
            };
        }

        return _reader.FieldCount == _width
            ? null
            : new FieldProblem(
                RowItself, $"{_reader.FieldCount} fields where the header has {_width}", "put fields that hold the separator in quotes");
    }

    private ApplicationDraft Draft() => new(Field(0), Field(1), Field(2), Field(3), Field(4), Field(5), Field(6), Field(7));

    private string? Field(int index) => _columns[index] < 0 ? null : _reader.GetString(_columns[index]);
}

/// <summary>The file as a whole cannot be imported; the message says why and what it must look like.</summary>
internal sealed class CsvUnreadableException(string message) : Exception(message);
