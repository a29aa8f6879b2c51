namespace Sigap.Kernel;

/// <summary>The short name of an immigration office, as in <c>config/offices</c>: <c>jakarta-pusat</c>.</summary>
public readonly record struct OfficeId(string Value)
{
    public override string ToString() => Value;
}
