namespace Sigap.Kernel;

/// <summary>A passport application number (nomor permohonan): 16 digits, the first four name the office. Prints masked.</summary>
public readonly record struct ApplicationNumber
{
    public const int Length = 16;

    private ApplicationNumber(string value) => Value = value;

    public string Value { get; }

    public string OfficeCode => Value[..4];

    public static ApplicationNumber? Parse(string? digits) =>
        digits is { Length: Length } && digits.All(char.IsAsciiDigit) ? new ApplicationNumber(digits) : null;

    public override string ToString() => Value is null ? "application(none)" : $"application({OfficeCode}…)";
}
