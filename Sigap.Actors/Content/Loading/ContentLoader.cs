using Sigap.Content.Checking;
using Sigap.Kernel;

namespace Sigap.Content.Loading;

/// <summary>Reads and checks a config folder. Bad files give findings, never exceptions.</summary>
public static class ContentLoader
{
    /// <param name="today">Decides what is overdue.</param>
    public static ContentLoad Load(string folder, DateOnly today)
    {
        try
        {
            return Load(ConfigFiles.Read(folder), today);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return new ContentLoad(null, [new Finding(folder.Replace('\\', '/'), 1, Severity.Error, $"not readable: {problem.Message}")], 0);
        }
    }

    public static ContentLoad Load(ConfigFiles files, DateOnly today)
    {
        var findings = new Findings();
        var draft = new Draft(files.Root, today, findings);

        foreach (var file in files.All)
        {
            ReadFile(file, draft);
        }

        var content = draft.ToContent(files.Version);

        // A file that gave nothing would make everything that refers to it look wrong.
        if (!draft.HasUnreadable)
        {
            ContentCheck.Run(draft, content);
        }

        return new ContentLoad(findings.HasErrors ? null : content, findings.Sorted, files.All.Length);
    }

    private static void ReadFile(ConfigFile file, Draft draft)
    {
        var parts = file.Path.Split('/');

        if (IsVocabulary(parts))
        {
            return;
        }

        if (Reader(parts, draft) is not { } read)
        {
            draft.Findings.Error(draft.Top(file.Path),
                "nothing reads this file; known are offices/<id>.yaml, holidays/<year>.yaml, content/<id or en>/<name>.yaml and "
                + "content/<id or en>/offices/<office>/<name>.yaml");
        }
        else if (YamlText.Read(draft.Shown(file.Path), file.Bytes, draft.Findings) is { } map)
        {
            read(map);
        }
        else
        {
            draft.HasUnreadable = true;
        }
    }

    /// <summary>Belongs to the language matcher, which checks it.</summary>
    private static bool IsVocabulary(string[] parts) => parts is ["content", _, "vocabulary.yaml"];

    private static Action<YamlMap>? Reader(string[] parts, Draft draft) => parts switch
    {
        [.., var last] when !last.EndsWith(".yaml", StringComparison.Ordinal) => null,
        ["fees.yaml"] => map => FactFiles.ReadFees(map, draft),
        ["facts.yaml"] => map => FactFiles.ReadFacts(map, draft),
        ["requirements.yaml"] => map => RequirementsFile.Read(map, draft),
        ["templates.yaml"] => map => TemplateFile.Read(map, draft),
        ["offices", var name] => map => OfficeFile.Read(map, Bare(name), draft),
        ["holidays", var name] => map => FactFiles.ReadHolidays(map, Bare(name), draft),
        ["content", var code, "offices", var office, ..] when LanguageCodes.Parse(code) is { } language && parts.Length > 4 =>
            map => new TextFile(draft, language, new OfficeId(office)).Read(map),
        ["content", var code, "offices", _] when LanguageCodes.Parse(code) is not null => null,
        ["content", var code, _, ..] when LanguageCodes.Parse(code) is { } language => map => new TextFile(draft, language, null).Read(map),
        _ => null,
    };

    private static string Bare(string name) => name[..^".yaml".Length];
}
