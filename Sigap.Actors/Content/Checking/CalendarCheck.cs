using Sigap.Content.Loading;

namespace Sigap.Content.Checking;

/// <summary>There is an office, and the holidays of this and the coming year are known: working days are counted with them.</summary>
internal static class CalendarCheck
{
    public static void Run(Draft draft)
    {
        if (draft.Offices.Count == 0)
        {
            draft.Findings.Error(draft.Top("offices"), "there is no office; add offices/<id>.yaml");
        }

        for (var year = draft.Today.Year; year <= draft.Today.Year + 1; year++)
        {
            if (!draft.Holidays.Keys.Any(date => date.Year == year))
            {
                draft.Findings.Warn(draft.Top($"holidays/{year}.yaml"),
                    $"the holidays of {year} are missing, so dates promised in {year} may be wrong; add the file, with estimated: true where not yet decided");
            }
        }
    }
}
