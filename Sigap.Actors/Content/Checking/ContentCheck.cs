using Sigap.Content.Loading;

namespace Sigap.Content.Checking;

/// <summary>Whether everything that was read fits together, and fits into WhatsApp.</summary>
internal static class ContentCheck
{
    public static void Run(Draft draft, ContentSet content)
    {
        CalendarCheck.Run(draft);
        DemandCheck.Run(draft);
        TranslationCheck.Run(draft);
        LinkCheck.Run(draft);
        WordCheck.Run(draft);
        VariableCheck.Run(draft, content);
        LimitCheck.Run(draft, content);
        TemplateCheck.Run(draft, content);
    }
}
