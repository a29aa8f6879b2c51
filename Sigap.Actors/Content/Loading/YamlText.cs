using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Sigap.Content.Loading;

/// <summary>Reads one YAML file as a mapping; whatever is wrong with it becomes a finding.</summary>
internal static class YamlText
{
    private const int LargestFile = 1 << 20;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Null when the file cannot be read at all.</summary>
    public static YamlMap? Read(string shownAs, byte[] bytes, Findings findings)
    {
        var top = new Place(shownAs, 1);

        if (bytes.Length > LargestFile)
        {
            findings.Error(top, $"the file has {bytes.Length} bytes, at most {LargestFile}; split it");
            return null;
        }

        try
        {
            var stream = new YamlStream();
            stream.Load(new ShallowParser(new Parser(new StringReader(Strict.GetString(bytes).TrimStart('\uFEFF')))));

            switch (stream.Documents)
            {
                case [{ RootNode: YamlMappingNode map }]:
                    return new YamlMap(shownAs, map, findings);
                case []:
                    findings.Error(top, "the file is empty; fill it or delete it");
                    return null;
                default:
                    findings.Error(top, "the file must be one mapping (name: value); remove '---' separators and outer '-'");
                    return null;
            }
        }
        catch (DecoderFallbackException)
        {
            findings.Error(top, "the file is not UTF-8; save it as UTF-8");
            return null;
        }
        catch (YamlException problem)
        {
            findings.Error(new Place(shownAs, Math.Max(1, (int)problem.Start.Line)), $"not readable as YAML: {Reason(problem)}");
            return null;
        }
        // The YAML library lets a few of its own exceptions through on broken input.
        catch (Exception problem) when (problem is ArgumentException or InvalidOperationException or FormatException)
        {
            findings.Error(top, $"not readable as YAML: {problem.Message}");
            return null;
        }
    }

    private static string Reason(YamlException problem)
    {
        var reason = problem.InnerException?.Message ?? problem.Message;
        var position = reason.IndexOf("): ", StringComparison.Ordinal);
        var remedy = reason.Contains("duplicate", StringComparison.OrdinalIgnoreCase)
            ? "the name stands twice; keep one"
            : "put texts with ': ', '#', '{' or a leading '*' in quotes, or in a '|' block, and indent with spaces";

        return $"{(position >= 0 ? reason[(position + 3)..] : reason).TrimEnd('.')} (column {problem.Start.Column}); {remedy}";
    }

    /// <summary>Stops at absurd nesting, which the representation model would follow until the stack ends.</summary>
    private sealed class ShallowParser(Parser inner) : IParser
    {
        private const int Deepest = 32;
        private int _depth;

        public ParsingEvent? Current => inner.Current;

        public bool MoveNext()
        {
            var moved = inner.MoveNext();
            _depth += moved && inner.Current is { } now ? now.NestingIncrease : 0;

            return _depth <= Deepest
                ? moved
                : throw new YamlException(inner.Current!.Start, inner.Current.End, "nested too deeply");
        }
    }
}
