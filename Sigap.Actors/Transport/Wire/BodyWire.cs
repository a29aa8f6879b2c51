using System.Collections.Immutable;
using Sigap.Kernel;
using Proto = Sigap.Transport.Wire;

namespace Sigap.Transport;

internal static class BodyWire
{
    public static Proto.Body ToWire(OutboundBody body) => body switch
    {
        OutboundBody.Plain b => new Proto.Body { Shape = Proto.Shape.Plain, Text = b.Text },
        OutboundBody.Buttons b => Framed(new Proto.Body { Shape = Proto.Shape.Buttons, Text = b.Text }, b.Header, b.Footer, b.Options),
        OutboundBody.List b =>
            Framed(new Proto.Body { Shape = Proto.Shape.List, Text = b.Text, Button = b.Button }, b.Header, b.Footer, b.Options),
        OutboundBody.Template b => Templated(b),
        _ => throw new InvalidOperationException($"No wire form for {body.GetType().Name}"),
    };

    public static OutboundBody FromWire(Proto.Body wire) => wire.Shape switch
    {
        Proto.Shape.Plain => new OutboundBody.Plain(wire.Text),
        Proto.Shape.Buttons => new OutboundBody.Buttons(wire.Text, Options(wire)) { Header = Header(wire), Footer = Footer(wire) },
        Proto.Shape.List => new OutboundBody.List(wire.Text, wire.Button, Options(wire)) { Header = Header(wire), Footer = Footer(wire) },
        Proto.Shape.Template => new OutboundBody.Template(
            wire.Text, wire.Template.Name, (LanguageCode)wire.Template.Language, [.. wire.Template.Parameters], Options(wire)),
        _ => throw new InvalidDataException($"Shape {(int)wire.Shape} is not known here; it was sent by a newer version"),
    };

    private static Proto.Body Framed(Proto.Body wire, string? header, string? footer, ImmutableArray<OutboundOption> options)
    {
        if (header is not null)
        {
            wire.Header = header;
        }

        if (footer is not null)
        {
            wire.Footer = footer;
        }

        wire.Options.Add(options.Select(ToWire));
        return wire;
    }

    private static Proto.Body Templated(OutboundBody.Template body) => new()
    {
        Shape = Proto.Shape.Template,
        Text = body.Text,
        Options = { body.Options.Select(ToWire) },
        Template = new Proto.Template { Name = body.Name, Language = (int)body.Language, Parameters = { body.Parameters } },
    };

    private static Proto.BodyOption ToWire(OutboundOption option)
    {
        var wire = new Proto.BodyOption { Id = option.Id, Title = option.Title };
        if (option.Description is { } description)
        {
            wire.Description = description;
        }

        return wire;
    }

    private static ImmutableArray<OutboundOption> Options(Proto.Body wire) =>
        [.. wire.Options.Select(option => new OutboundOption(option.Id, option.Title, option.HasDescription ? option.Description : null))];

    private static string? Header(Proto.Body wire) => wire.HasHeader ? wire.Header : null;

    private static string? Footer(Proto.Body wire) => wire.HasFooter ? wire.Footer : null;
}
