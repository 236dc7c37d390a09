using System;
using System.IO;
using FirstTry.Cli.Init.Import;
using FirstTry.Config;

namespace FirstTry.Cli.Tests.Init.Import;

/// <summary>pre-commit looks into files to tell what they are; an import names what it would have found.</summary>
public sealed class Kinds_of_files
{
    [Theory]
    [InlineData("repo: local, hooks: [{ id: a, entry: a, language: system, types: [python] }]", "files: [\"*.py\", \"*.pyi\", bin/tool, \"./run\"]")]
    [InlineData("repo: local, hooks: [{ id: a, entry: a, language: system, types: [python], files: ^bin/ }]", "bin/tool]")]
    [InlineData("repo: local, hooks: [{ id: a, entry: a, language: system, types: [shell] }]", "scripts/deploy]")]
    [InlineData("repo: https://github.com/psf/black, rev: v1, hooks: [{ id: black }]", "files: [\"*.py\", \"*.pyi\", bin/tool, \"./run\"]")]
    [InlineData("repo: local, hooks: [{ id: a, entry: a, language: system, types_or: [css, javascript] }]", "files: [\"*.css\", \"*.js\", \"*.mjs\", \"*.cjs\"]")]
    public void Scripts_without_an_extension_are_named(string repository, string expected)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = ForeignRepository.With(
            "kinds",
            (".pre-commit-config.yaml", $"repos: [{{ {repository} }}]\n"),
            ("bin/tool", "#!/usr/bin/env -S python3.12 -u\n"),
            ("run", "#!/usr/bin/python3\n"),
            ("scripts/deploy", "#!/bin/bash\n"),
            ("scripts/plain", "#!/bin/bash\n"),
            ("data/readme", "nothing\n"));
        foreach (var script in (string[])["bin/tool", "run", "scripts/deploy", "data/readme"])
        {
            File.SetUnixFileMode(Path.Combine(folder.Root, script), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        var (_, text) = ImportRun.Of(folder.Root);

        Assert.Empty(ConfigParser.Parse(new ConfigSource("firsttry.yml", text)).Problems);
        Assert.Contains(expected, text, StringComparison.Ordinal);
        Assert.DoesNotContain("readme", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("types: [yaml]", "files: [\"*.yaml\", \"*.yml\", \"*.eyaml\", \".yamllint\"]")]
    [InlineData("types: [python]", "files: [\"*.py\", \"*.pyi\", \"*.wsgi\"]")]
    [InlineData("types: [python], files: ^web/", "files: [\"web/**/*.py\", \"web/**/*.pyi\", web/site.wsgi]")]
    [InlineData("types: [ruby]", "files: [\"*.rb\", \"*.gemspec\", \"*.rake\", Gemfile, Rakefile]")]
    public void Rare_names_are_taken_where_there_are_such_files(string types, string expected)
    {
        var text = Importing_without_weakening.Import(
            (".pre-commit-config.yaml", $"repos: [{{ repo: local, hooks: [{{ id: a, entry: a, language: system, {types} }}] }}]\n"),
            (".yamllint", "extends: default\n"),
            ("web/site.wsgi", "application = None\n"),
            ("api/site.wsgi", "application = None\n"));

        Assert.Contains(expected, text, StringComparison.Ordinal);
    }
}
