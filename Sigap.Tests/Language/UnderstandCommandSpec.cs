using Sigap.Host.Understand;
using Sigap.Tests.Support;

namespace Sigap.Tests.Language;

public class UnderstandCommandSpec
{
    [Fact]
    public void Every_line_comes_back_with_its_intent()
    {
        var output = new StringWriter { NewLine = "\n" };

        UnderstandCommand.Run(new StringReader("status paspor\nkembali\n\n"), output, RealConfig.Understanding).ShouldBe(0);

        output.ToString().ShouldBe("status\tstatus paspor\nmenu\tkembali\nunknown\t\n");
    }
}
