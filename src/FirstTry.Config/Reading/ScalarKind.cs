namespace FirstTry.Config.Reading;

/// <summary>What a scalar is in the core schema of YAML 1.2.</summary>
internal enum ScalarKind
{
    Text,
    Null,
    Boolean,
    Integer,
    Float,
}
