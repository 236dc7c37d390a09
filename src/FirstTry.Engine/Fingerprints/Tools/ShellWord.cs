namespace FirstTry.Engine.Fingerprints.Tools;

/// <summary>One word of a script.</summary>
/// <param name="Text">With quotes taken away.</param>
/// <param name="IsPlain">Whether the text is what the shell will see: nothing in it is expanded.</param>
/// <param name="IsQuoted">Whether any of it was quoted: then it is no reserved word.</param>
internal readonly record struct ShellWord(string Text, bool IsPlain, bool IsQuoted);
