namespace FirstTry.Engine.Fingerprints.Documents;

/// <summary>The sections of a fingerprint's document, in their order.</summary>
public enum Ingredient
{
    /// <summary>The version of the document, and the salt.</summary>
    Format,

    /// <summary>What is started, where, with which standard input and under which limit.</summary>
    Command,

    /// <summary>Variables that the config sets or hands through.</summary>
    Environment,

    /// <summary>Programs by their content, and what is installed for them.</summary>
    Tools,

    /// <summary>Operating system, architecture, C library, release.</summary>
    Platform,

    /// <summary>The files that are handed over, in order.</summary>
    Files,

    /// <summary>What else the verdict depends on.</summary>
    Inputs,

    /// <summary>What the checks that come first left behind.</summary>
    Needs,

    /// <summary>Facts of git that the check asks about.</summary>
    Git,

    /// <summary>What git gave the hook: the commit message, the standard input.</summary>
    Hook,
}
