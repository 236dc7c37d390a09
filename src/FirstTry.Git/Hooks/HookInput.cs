namespace FirstTry.Git.Hooks;

/// <summary>Which hooks git hands something on standard input, see githooks(5).</summary>
internal static class HookInput
{
    /// <summary>
    /// True when the input has to reach both the earlier hook and firsttry. <c>proc-receive</c> is not among them: it answers
    /// git while it reads, so only one can hold that conversation.
    /// </summary>
    public static bool IsReadBy(string hook) =>
        hook is "pre-push" or "pre-receive" or "post-receive" or "post-rewrite" or "reference-transaction";
}
