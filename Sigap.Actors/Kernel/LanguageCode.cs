namespace Sigap.Kernel;

/// <summary>A language Sigap speaks. Indonesian comes first.</summary>
public enum LanguageCode
{
    Indonesian = 1,
    English = 2,
}

public static class LanguageCodes
{
    public static readonly IReadOnlyList<LanguageCode> All = [LanguageCode.Indonesian, LanguageCode.English];

    /// <summary>The folder name under <c>config/content</c> and the code WhatsApp templates use.</summary>
    public static string Code(this LanguageCode language) => language switch
    {
        LanguageCode.Indonesian => "id",
        LanguageCode.English => "en",
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "Not a language Sigap speaks"),
    };

    public static LanguageCode? Parse(string code) => code switch
    {
        "id" => LanguageCode.Indonesian,
        "en" => LanguageCode.English,
        _ => null,
    };
}
