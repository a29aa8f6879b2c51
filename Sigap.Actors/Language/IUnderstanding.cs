namespace Sigap.Language;

/// <summary>Reads what people type. Deterministic, without network or model, in microseconds; safe for concurrent use.</summary>
public interface IUnderstanding
{
    Reading Read(string text);
}
