using System;

namespace FirstTry.Graph;

/// <summary>Every name that <c>uses</c> accepts, with what the parser has to know of it.</summary>
public static class AdapterCatalog
{
    private static readonly EquatableArray<AdapterDescriptor> Descriptors = EquatableArray.Create(
        Describe("trailing-whitespace", Bucket.Mutating, "markdown_extensions"),
        Describe("end-of-file", Bucket.Mutating),
        Describe("mixed-line-ending", Bucket.Mutating, "fix") with { Choices = EquatableArray.Create(new OptionChoice("fix", EquatableArray.Create("auto", "lf", "crlf", "cr", "no"))) },
        Describe("byte-order-mark", Bucket.Mutating),
        Describe("merge-conflict", Bucket.Fast),
        Describe("large-files", Bucket.Fast, "max_kb"),
        Describe("case-conflict", Bucket.Fast),
        Describe("illegal-names", Bucket.Fast),
        Describe("private-key", Bucket.Fast),
        Describe("secrets", Bucket.Fast),
        Describe("check-json", Bucket.Fast),
        Describe("check-yaml", Bucket.Fast),
        Describe("check-toml", Bucket.Fast),
        Describe("check-xml", Bucket.Fast),
        Describe("json-format", Bucket.Mutating, "indent", "sort_keys", "ascii", "top_keys") with { Choices = EquatableArray.Create(OnOrOff("sort_keys"), OnOrOff("ascii")) },
        Describe("broken-symlink", Bucket.Fast),
        Describe("executable-shebang", Bucket.Fast),
        Describe("no-commit-to-branch", Bucket.Fast, "branches"),
        Describe("forbid-pattern", Bucket.Fast, "pattern", "message") with { Required = EquatableArray.Create("pattern") },
        Describe("conventional-commit", Bucket.Fast, "types", "scopes"),
        Describe("commit-spelling", Bucket.Fast, "allow"),
        Describe("pytest", Bucket.Slow, "args", "paths", "select"),
        Describe("mypy", Bucket.Slow, "args", "paths"),
        Describe("ruff", Bucket.Fast, "args"),
        Describe("flake8", Bucket.Fast, "args"),
        Describe("black", Bucket.Mutating, "args"),
        Describe("npm-test", Bucket.Slow, "args", "select"),
        Describe("npm-script", Bucket.Slow, "script", "args", "select") with { Required = EquatableArray.Create("script") },
        Describe("eslint", Bucket.Fast, "args"),
        Describe("prettier", Bucket.Mutating, "args"),
        Describe("tsc", Bucket.Slow, "args", "paths"),
        Describe("dotnet-build", Bucket.Slow, "args", "paths", "select"),
        Describe("dotnet-test", Bucket.Slow, "args", "paths", "select"),
        Describe("dotnet-format", Bucket.Mutating, "args", "paths", "select"),
        Describe("csharpier", Bucket.Mutating, "args"),
        Describe("go-test", Bucket.Slow, "args", "paths"),
        Describe("cargo-test", Bucket.Slow, "args"),
        Describe("shellcheck", Bucket.Fast, "args"),
        Describe("clang-format", Bucket.Mutating, "args"));

    /// <summary>The adapters and built-in checks in the order of their documentation.</summary>
    public static EquatableArray<AdapterDescriptor> All => Descriptors;

    /// <summary>The adapter of this name, or null.</summary>
    public static AdapterDescriptor? Find(string name)
    {
        foreach (var adapter in All)
        {
            if (string.Equals(adapter.Name, name, StringComparison.Ordinal))
            {
                return adapter;
            }
        }

        return null;
    }

    private static AdapterDescriptor Describe(string name, Bucket bucket, params string[] options)
    {
        var adapter = new AdapterDescriptor(name, bucket, EquatableArray.Create(options));
        return Array.IndexOf(options, "select") < 0
            ? adapter
            : adapter with { Choices = EquatableArray.Create(new OptionChoice("select", EquatableArray.Create("all", "affected"))) };
    }

    private static OptionChoice OnOrOff(string option) => new(option, EquatableArray.Create("true", "false"));
}
