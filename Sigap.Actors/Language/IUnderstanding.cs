
namespace Sigap.Language;

/// <summary>Reads what people type. Deterministic, without network or model, in microseconds; safe for concurrent use.</summary>
public interface IUnderstanding
{
    Reading Read(string text);
}

/// <summary>Birth dates as people type them: 17-08-1990, 17081990, 17 agustus 1990, 1990-08-17.</summary>
public static class BirthDates
{
    /// <summary>Null when the text holds no date, or one that cannot be a birth date on <paramref name="today"/>.</summary>
    public static DateOnly? Find(string text, DateOnly today) => throw new NotSupportedException();
}
