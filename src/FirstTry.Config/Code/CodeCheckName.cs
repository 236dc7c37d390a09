using FirstTry.Graph;

namespace FirstTry.Config.Code;

/// <summary>The name that an attribute <c>[Check("…")]</c> gives, and where it stands.</summary>
internal sealed record CodeCheckName(string Name, ConfigSource Source, SourceSpan Span);
