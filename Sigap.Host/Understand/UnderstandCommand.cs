using Sigap.Language;

namespace Sigap.Host.Understand;

/// <summary><c>-- understand</c>: says for every line of the input what was understood, as <c>intent&lt;TAB&gt;line</c>.</summary>
public static class UnderstandCommand
{
    public static int Run(TextReader input, TextWriter output, IUnderstanding understanding)
    {
        while (input.ReadLine() is { } line)
        {
            output.Write(understanding.Read(line).Intent.Name());
            output.Write('\t');
            output.WriteLine(line);
        }

        output.Flush();
        return 0;
    }
}
