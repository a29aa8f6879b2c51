using System.Collections.Immutable;
using Sigap.Content;
using Sigap.Kernel;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Sigap.Language;

/// <summary>What was loaded, and everything that was wrong with it. With errors the vocabulary holds only what was right.</summary>
public sealed record LoadedVocabulary(Vocabulary Vocabulary, ImmutableArray<Finding> Findings)
{
    public bool IsSound => !Findings.Any(finding => finding.IsError);
}

/// <summary>Reads <c>content/&lt;language&gt;/vocabulary.yaml</c> of every language into one vocabulary. Never throws on what the files hold.</summary>
public static class VocabularyLoader
{
    /// <summary>As findings name it: below the config folder, with forward slashes.</summary>
    public static string FileOf(LanguageCode language) => $"content/{language.Code()}/vocabulary.yaml";

    public static LoadedVocabulary Load(string configPath)
    {
        var builder = new VocabularyBuilder();

        foreach (var language in LanguageCodes.All)
        {
            Read(configPath, FileOf(language), language, builder);
        }

        return builder.Build();
    }

    private static void Read(string configPath, string file, LanguageCode language, VocabularyBuilder builder)
    {
        var source = new VocabularySource(file, language, builder);
        try
        {
            using var reader = File.OpenText(Path.Combine(configPath, file));
            var yaml = new YamlStream();
            yaml.Load(reader);

            if (yaml.Documents is [{ RootNode: YamlMappingNode root }])
            {
                source.Read(root);
            }
            else
            {
                builder.Error(file, 1, "is not one mapping of sections; begin with 'source:' and 'checked:'");
            }
        }
        catch (YamlException broken)
        {
            builder.Error(file, (int)Math.Min(broken.Start.Line, int.MaxValue), $"is not YAML: {broken.InnerException?.Message ?? broken.Message}");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            builder.Error(file, 1, $"cannot be read ({unreadable.GetType().Name}); the language needs its words in this file");
        }
    }
}
