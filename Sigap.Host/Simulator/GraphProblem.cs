using System.Text.Json.Nodes;

namespace Sigap.Host.Simulator;

/// <summary>A refusal in the words of the Graph API.</summary>
internal sealed record GraphProblem(int HttpStatus, int Code, string Message, string? Details = null, int? Subcode = null)
{
    public static GraphProblem BadToken { get; } =
        new(401, 190, "Invalid OAuth access token - Cannot parse access token");

    public static GraphProblem UnknownNumber(string id) => new(
        400,
        100,
        $"Unsupported post request. Object with ID '{id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation",
        Subcode: 33);

    public static GraphProblem Parameter(string details) => new(400, 100, "(#100) Invalid parameter", details);

    public static GraphProblem Missing(string member) =>
        new(400, 131008, "(#131008) Required parameter is missing", $"The parameter {member} is required.");

    public static GraphProblem Value(string details) => new(400, 131009, "(#131009) Parameter value is not valid", details);

    public static GraphProblem ParameterCount(int given, int expected) => new(
        400, 132000, "(#132000) Number of parameters does not match the expected number of params",
        $"body: number of localizable_params ({given}) does not match the expected number of params ({expected})");

    public static GraphProblem NoSuchTemplate(string name, string language) => new(
        404, 132001, "(#132001) Template name does not exist in the translation",
        $"template name ({name}) does not exist in {language}");

    public static GraphProblem TemplateParameter(string details) =>
        new(400, 132018, "(#132018) There was an issue with the parameters in your template", details);

    public IResult ToResult()
    {
        var error = new JsonObject { ["message"] = Message, ["type"] = "OAuthException", ["code"] = Code };
        if (Details is not null)
        {
            error["error_data"] = new JsonObject { ["messaging_product"] = "whatsapp", ["details"] = Details };
        }

        if (Subcode is not null)
        {
            error["error_subcode"] = Subcode;
        }

        error["fbtrace_id"] = "A" + Guid.NewGuid().ToString("N")[..13];
        return Results.Json(new JsonObject { ["error"] = error }, statusCode: HttpStatus);
    }
}
