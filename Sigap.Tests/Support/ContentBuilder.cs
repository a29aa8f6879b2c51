using System.Text;
using System.Text.RegularExpressions;
using Sigap.Content;
using Sigap.Content.Loading;
using Sigap.Kernel;

namespace Sigap.Tests.Support;

/// <summary>
/// A small invented configuration that checks out, to be changed by a test: every node and phrase the dialogues say, three
/// offices in three zones, one requirement kind.
/// </summary>
public sealed class ContentBuilder
{
    public static readonly DateOnly Today = new(2026, 11, 24);

    private readonly SortedDictionary<string, string> _files = new(StringComparer.Ordinal);

    public ContentBuilder()
    {
        With("offices/jakarta-pusat.yaml", Office("jakarta-pusat", "109000000000001", "1106", "WIB", "07"));
        With("offices/denpasar.yaml", Office("denpasar", "109000000000002", "1207", "WITA", "08"));
        With("offices/jayapura.yaml", Office("jayapura", "109000000000003", "1308", "WIT", "09"));
        With("holidays/2026.yaml", Holidays);
        With("holidays/2027.yaml", NextHolidays);
        With("fees.yaml", Fees);
        With("facts.yaml", Facts);
        With("requirements.yaml", Requirements);

        foreach (var language in LanguageCodes.All)
        {
            With($"content/{language.Code()}/frame.yaml", Frame(language));
        }
    }

    /// <summary>Adds or replaces a file.</summary>
    public ContentBuilder With(string path, string text)
    {
        _files[path] = text;
        return this;
    }

    public ContentBuilder Without(string path)
    {
        _files.Remove(path);
        return this;
    }

    /// <summary>Replaces a piece of a file; the piece must be there.</summary>
    public ContentBuilder Edit(string path, string piece, string replacement)
    {
        _files[path].ShouldContain(piece);
        return With(path, _files[path].Replace(piece, replacement, StringComparison.Ordinal));
    }

    /// <summary>Replaces a section of an office's file, key included, by another; empty for none.</summary>
    public ContentBuilder WithSection(string office, string key, string section)
    {
        var path = $"offices/{office}.yaml";
        var old = Regex.Match(_files[path], $@"^{key}:.*\n( .*\n)*", RegexOptions.Multiline);
        old.Success.ShouldBeTrue(key);

        return With(path, _files[path].Replace(old.Value, section.Length > 0 ? section.TrimEnd() + "\n" : "", StringComparison.Ordinal));
    }

    /// <summary>Edits the texts of both languages alike.</summary>
    public ContentBuilder EditTexts(string piece, string replacement) =>
        Edit("content/id/frame.yaml", piece, replacement).Edit("content/en/frame.yaml", piece, replacement);

    /// <summary>Gives a node that has no variables of its own another text, in both languages.</summary>
    public ContentBuilder Says(string node, string text)
    {
        foreach (var language in LanguageCodes.All)
        {
            Edit($"content/{language.Code()}/frame.yaml", $"      {language.Code()} {node}\n", $"      {text}\n");
        }

        return this;
    }

    public string TextOf(string path) => _files[path];

    /// <summary>The line on which a piece of a file begins.</summary>
    public int LineOf(string path, string piece)
    {
        var at = _files[path].IndexOf(piece, StringComparison.Ordinal);
        at.ShouldBeGreaterThanOrEqualTo(0, piece);

        return _files[path].AsSpan(0, at).Count('\n') + 1;
    }

    public ContentLoad Load() => ContentLoader.Load(
        new ConfigFiles("config", [.. _files.Select(file => new ConfigFile(file.Key, Encoding.UTF8.GetBytes(file.Value)))]), Today);

    public ContentSet Build()
    {
        var load = Load();
        load.Findings.ShouldBeEmpty();
        return load.Content.ShouldNotBeNull();
    }

    public void WriteTo(string folder)
    {
        foreach (var (path, text) in _files)
        {
            var target = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllText(target, text);
        }
    }

    private static string Office(string id, string number, string code, string zone, string offset) => $$$"""
        id: {{{id}}}
        phone_number_id: "{{{number}}}"
        application_code: "{{{code}}}"
        zone: {{{zone}}}
        utc_offset: "+{{{offset}}}:00"
        name: {id: Kantor {{{id}}}, en: Office {{{id}}} }
        short_name: {id: K {{{id}}}, en: O {{{id}}} }
        address: {id: Jalan Contoh 1, en: 1 Example Road}
        contact: {id: loket informasi, en: the information counter}
        hours:
          monday: ["08.00-12.00", "13.00-16.00"]
          tuesday: ["08.00-12.00", "13.00-16.00"]
          wednesday: ["08.00-12.00", "13.00-16.00"]
          thursday: ["08.00-12.00", "13.00-16.00"]
          friday: ["08.00-11.30", "13.00-16.00"]
        pickup_hours:
          monday: ["10.00-15.30"]
          friday: ["10.00-11.30"]
        pickup:
          slot_minutes: 30
          counters: 4
          capacity: 20
          kept_for_walk_ins: 4
          kept_for_priority: 2
          horizon_days: 14
          lead_minutes: 30
          hold_minutes: 5
          offer_minutes: 10
          places_per_phone: 5
          no_shows_before_pause: 2
          no_show_memory_days: 30
          pause_days: 7
          early_minutes: 30
          grace_minutes: 15
          places_behind: 3
          call_cycle: [booked, priority, booked, walk-in]
          service_minutes: 6
          when_changed: move
        special_hours:
          - from: 2026-12-30
            to: 2026-12-30
            name: {id: setengah hari, en: half day}
            hours: {wednesday: ["08.00-12.00"]}
            pickup_hours: {wednesday: ["10.00-12.00"]}
          - from: 2027-02-08
            to: 2027-03-09
            name: {id: Jam Ramadan, en: Ramadan hours}
            estimated: true
            hours: {monday: ["08.00-15.00"], friday: ["08.00-11.30", "12.30-15.30"]}
            pickup_hours: {monday: ["10.00-14.00"], friday: []}
        closures:
          - {date: 2026-12-31, reason: {id: Pindah gedung, en: Moving house}}
        source: invented
        checked: 2026-11-01

        """;

    private const string Holidays = """
        source: invented
        checked: 2026-11-01
        days:
          - {date: 2026-12-24, name: {id: Cuti bersama Natal, en: Joint leave for Christmas}, joint_leave: true}
          - {date: 2026-12-25, name: {id: Hari Raya Natal, en: Christmas Day}}

        """;

    private const string NextHolidays = """
        source: invented
        checked: 2026-11-01
        days:
          - {date: 2027-01-01, name: {id: Tahun Baru, en: New Year's Day}}
          - {date: 2027-03-10, name: {id: Idulfitri, en: Eid al-Fitr}, estimated: true}

        """;

    private const string Fees = """
        fees:
          - {id: ordinary-5, rupiah: 350000, effective_from: 2024-12-17, source: invented, checked: 2026-11-01}

        """;

    private static readonly string Facts = "facts:\n"
        + string.Concat(ContentKeys.Facts.Select((id, i) => $"  - {{id: {id}, value: {i + 2}, unit: days, source: invented, checked: 2026-11-01}}\n"));

    private const string Requirements = """
        kinds:
          - id: renewal
            questions: [before-2009]
            items: [ktp, {id: kk, when: {before-2009: yes}}]
            notes: [originals]
            source: invented
            checked: 2026-11-01

        """;

    private static string Frame(LanguageCode language)
    {
        var yaml = new StringBuilder("source: invented\nchecked: 2026-11-01\nnodes:\n");

        foreach (var key in ContentKeys.Nodes)
        {
            yaml.Append($"  {key.Id}:\n    text: |\n      {language.Code()} {key.Id}{string.Concat(key.LongestValues.Keys.Select(name => $" {{{name}}}"))}\n");
            yaml.Append(key.Id == "menu" ? MenuOptions : ContentKeys.AnsweredByDialogue.Contains(key.Id) ? AnswerOptions : "");
        }

        yaml.Append("  requirements.question.before-2009:\n    text: before 2009?\n");
        yaml.Append("  payment.fees:\n    text: fee {fee.ordinary-5}\n    options:\n      - {id: menu, title: Menu, go: \"@menu\"}\n");
        yaml.Append("phrases:\n");

        foreach (var id in ContentKeys.Phrases.Select(key => key.Id)
            .Concat(["requirements.kind.renewal", "requirements.item.ktp", "requirements.item.kk", "requirements.note.originals"]))
        {
            yaml.Append($"  {id}: {language.Code()} {id.Split('.')[^1][..Math.Min(10, id.Split('.')[^1].Length)]}\n");
        }

        return yaml.ToString();
    }

    private const string MenuOptions = """
            options:
              - {id: status, title: Status, description: Of your application, go: "@status"}
              - {id: payment, title: Payment, go: payment}
              - {id: fees, title: Fees, go: payment.fees}
              - {id: renewal, title: Renewal, go: "@requirements:renewal"}

        """;

    private const string AnswerOptions = """
            options:
              - {id: one, title: One}
              - {id: two, title: Two}

        """;
}
