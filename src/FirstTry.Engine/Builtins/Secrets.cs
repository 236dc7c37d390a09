using System;
using System.Buffers;
using System.Text;
using FirstTry.Graph;

namespace FirstTry.Engine.Builtins;

/// <summary>Finds secrets in the forms that well-known services give out. Says which kind and where, never what.</summary>
internal sealed class Secrets : ContentCheck
{
    // In bits a character. Random text of these alphabets has 3.5 and more already at 20 characters; placeholders repeat themselves.
    private const double LeastEntropy = 3.0;

    private static readonly SearchValues<byte> Word = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_"u8);

    private static readonly SearchValues<byte> Dashed = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"u8);

    private static readonly SearchValues<byte> Upper = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"u8);

    private static readonly SearchValues<byte> Slashed = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/"u8);

    private static readonly SearchValues<byte> Hex = SearchValues.Create("0123456789abcdef"u8);

    private static readonly SecretKind[] Kinds =
    [
        new("an AWS access key", "AKIA", Upper, 16, 16),
        new("a temporary AWS access key", "ASIA", Upper, 16, 16),
        new("a GitHub token", "ghp_", Word, 36, 255),
        new("a GitHub OAuth token", "gho_", Word, 36, 255),
        new("a GitHub app token", "ghu_", Word, 36, 255),
        new("a GitHub app token", "ghs_", Word, 36, 255),
        new("a GitHub refresh token", "ghr_", Word, 36, 255),
        new("a fine-grained GitHub token", "github_pat_", Word, 60, 255),
        new("a GitLab token", "glpat-", Dashed, 20, 255),
        new("a Slack token", "xoxb-", Dashed, 20, 255),
        new("a Slack token", "xoxp-", Dashed, 20, 255),
        new("a Slack token", "xoxa-", Dashed, 20, 255),
        new("a Slack app token", "xapp-", Dashed, 20, 255),
        new("a Slack webhook", "hooks.slack.com/services/", Slashed, 40, 100),
        new("a Stripe secret key", "sk_live_", Word, 20, 255),
        new("a restricted Stripe key", "rk_live_", Word, 20, 255),
        new("a Google API key", "AIza", Dashed, 35, 35),
        new("a Google OAuth secret", "GOCSPX-", Dashed, 28, 28),
        new("an npm token", "npm_", Word, 36, 36),
        new("a PyPI token", "pypi-AgEI", Dashed, 50, 1000),
        new("a NuGet key", "oy2", SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789"u8), 43, 43),
        new("a SendGrid key", "SG.", SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-."u8), 66, 66),
        new("an OpenAI key", "sk-proj-", Dashed, 40, 255),
        new("an Anthropic key", "sk-ant-", Dashed, 40, 255),
        new("a Hugging Face token", "hf_", Word, 34, 40),
        new("a DigitalOcean token", "dop_v1_", Hex, 64, 64),
        new("a Docker Hub token", "dckr_pat_", Dashed, 27, 40),
        new("a Databricks token", "dapi", Hex, 32, 32),
    ];

    private static readonly SearchValues<string> Prefixes = SearchValues.Create(Array.ConvertAll(Kinds, kind => kind.Prefix), StringComparison.Ordinal);

    /// <inheritdoc />
    public override string Name => "secrets";

    /// <inheritdoc />
    protected override void Inspect(RepoPath path, byte[] content, BuiltinContext context, Findings findings)
    {
        // Latin-1 keeps every byte one character, and the search for many words at once works on text.
        var text = Encoding.Latin1.GetString(content);
        for (var at = text.AsSpan().IndexOfAny(Prefixes); at >= 0;)
        {
            var length = Examine(path, content, at, findings);
            var next = at + Math.Max(1, length);
            var step = next >= text.Length ? -1 : text.AsSpan(next).IndexOfAny(Prefixes);
            at = step < 0 ? -1 : next + step;
        }
    }

    private static int Examine(RepoPath path, byte[] content, int at, Findings findings)
    {
        if (at > 0 && IsWordLike(content[at - 1]))
        {
            return 0;
        }

        foreach (var kind in Kinds)
        {
            if (kind.Starts(content.AsSpan(at), out var length) && Entropy(content.AsSpan(at + kind.Prefix.Length, length - kind.Prefix.Length)) >= LeastEntropy)
            {
                var line = content.AsSpan(0, at).Count((byte)'\n') + 1;
                findings.Add(path, line, $"{kind.Name}. Take it out and revoke it: whoever saw the file can use it");
                return length;
            }
        }

        return 0;
    }

    private static bool IsWordLike(byte value) => char.IsAsciiLetterOrDigit((char)value) || value == (byte)'_';

    private static double Entropy(ReadOnlySpan<byte> text)
    {
        Span<int> counts = stackalloc int[128];
        counts.Clear();
        foreach (var value in text)
        {
            counts[value & 127]++;
        }

        var entropy = 0.0;
        foreach (var count in counts)
        {
            var share = (double)count / text.Length;
            entropy -= count == 0 ? 0 : share * Math.Log2(share);
        }

        return entropy;
    }
}
