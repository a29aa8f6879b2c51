namespace Sigap.Content;

/// <summary>Checks a file of the config folder that is not content itself but refers to it, such as the vocabulary.</summary>
public interface IConfigCheck
{
    IEnumerable<Finding> Check(string folder, ContentSet content);
}
