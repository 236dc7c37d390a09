using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests.Isolation.Soak;

/// <summary>A repository under random work, and the model that says what must be in it.</summary>
internal sealed class SoakWorld : IDisposable
{
    private const string Checks = """
            gate:
              run: "[ -e ../ask ] || exit 0; touch ../in-check; until [ -e ../go ]; do sleep 0.005; done; rm -f ../ask ../go ../in-check"
            mend:
              run: "sed -i s/^todo/done/ {files}"
              files: "*.txt"
              bucket: mutating
        """;

    private readonly Random _random;
    private int _lines;

    internal SoakWorld(int seed)
    {
        _random = new Random(seed);
        Repository = HookedRepository.Create(Checks, names: "[gate, mend]", test: $"soak-{seed}");
        TreePicture.Shell(Repository, "git rm -q -r a.txt b.txt plain.txt dir link; git commit -q --no-verify -m empty");
        for (var i = 0; i < 6; i++)
        {
            var file = new ModelFile($"f{i}.txt") { Tree = NewLines(25) };
            Files.Add(file);
            Write(file.Name, file.Tree);
            file.Staged = file.Head = Finished(file.Tree);
            Write(file.Name, file.Tree = file.Staged);
        }

        Repository.CommitAll("files");
    }

    internal TemporaryRepository Repository { get; }

    internal List<ModelFile> Files { get; } = [];

    internal Dictionary<string, int> Counts { get; } = [];

    internal void Count(string what) => Counts[what] = Counts.GetValueOrDefault(what) + 1;

    internal bool Chance(double probability) => _random.NextDouble() < probability;

    internal ModelFile? Any(Func<ModelFile, bool> condition)
    {
        var candidates = Files.Where(condition).ToList();
        return candidates.Count == 0 ? null : candidates[_random.Next(candidates.Count)];
    }

    /// <summary>Stages some files, and goes on working in some of them.</summary>
    internal void Work()
    {
        if (Files.Count < 12 && Chance(0.1))
        {
            Files.Add(new ModelFile($"new{_lines}.txt") { Tree = NewLines(15) });
        }

        foreach (var file in Files)
        {
            if (file.IsTracked && !Chance(0.5))
            {
                continue;
            }

            file.Staged = Edited(file.Tree ?? file.Staged ?? NewLines(10));
            Write(file.Name, file.Staged);
            Repository.Git("add", "--", file.Name);
            file.Tree = Chance(0.05) ? null : Chance(0.65) ? Edited(file.Staged) : file.Staged;
            if (file.Tree is null)
            {
                File.Delete(Repository.PathOf(file.Name));
            }
            else
            {
                Write(file.Name, file.Tree);
            }
        }
    }

    /// <summary>The lines with a few replaced, added and removed, and never the same again; no line that there ever was comes again.</summary>
    internal List<string> Edited(List<string> lines)
    {
        var edited = new List<string>(lines);
        for (var i = _random.Next(1, 4); i > 0 || ModelFile.AreEqual(edited, lines); i--)
        {
            EditOnce(edited);
        }

        return edited;
    }

    private void EditOnce(List<string> lines)
    {
        var place = _random.Next(lines.Count);
        switch (_random.Next(4))
        {
            case 0 when lines.Count > 5:
                lines.RemoveAt(place);
                break;
            case 1:
                lines.Insert(place, NewLine());
                break;
            default:
                lines[place] = NewLine();
                break;
        }
    }

    internal void Write(string name, List<string> lines) => File.WriteAllText(Repository.PathOf(name), Text(lines));

    /// <summary>What the model believes of every file, for the message of a failure.</summary>
    internal string Picture()
    {
        var picture = new StringBuilder();
        foreach (var file in Files)
        {
            picture.Append(file.Name).Append(" in HEAD: ").Append(Line(file.Head))
                .Append("\n  staged: ").Append(Line(file.Staged)).Append("\n  on disk: ").Append(Line(file.Tree)).Append('\n');
        }

        return picture.ToString();

        static string Line(List<string>? lines) => lines is null ? "nothing" : string.Join(", ", lines);
    }

    /// <summary>Compares everything with the model; empty when it holds.</summary>
    internal string FindDifference()
    {
        var asked = string.Concat(Files.Select(file => $":{file.Name}\nHEAD:{file.Name}\n"));
        var answers = Answers(Repository.Run("git", ["cat-file", "--batch"], asked).Output, Files.Count * 2);
        var differences = new StringBuilder();
        for (var i = 0; i < Files.Count; i++)
        {
            var path = Repository.PathOf(Files[i].Name);
            Compare(differences, Files[i].Name + " on disk", Files[i].Tree, File.Exists(path) ? File.ReadAllText(path) : null);
            Compare(differences, Files[i].Name + " in the index", Files[i].Staged, answers[2 * i]);
            Compare(differences, Files[i].Name + " in HEAD", Files[i].Head, answers[(2 * i) + 1]);
        }

        return differences.Append(Directory.Exists(Repository.PathOf(".git/firsttry/isolation")) ? "files are still hidden\n" : "").ToString();
    }

    public void Dispose() => Repository.Dispose();

    private static void Compare(StringBuilder differences, string what, List<string>? expected, string? actual)
    {
        if ((expected is null ? null : Text(expected)) != actual)
        {
            differences.Append(what).Append(": expected\n").Append(expected is null ? "nothing\n" : Text(expected)).Append("found\n").Append(actual ?? "nothing\n");
        }
    }

    // "<id> blob <size>\n<content>\n" or "<name> missing\n"; all content is ASCII.
    private static List<string?> Answers(string output, int count)
    {
        var answers = new List<string?>(count);
        for (var position = 0; answers.Count < count;)
        {
            var end = output.IndexOf('\n', position);
            var fields = output[position..end].Split(' ');
            position = end + 1;
            if (fields[^1] == "missing")
            {
                answers.Add(null);
                continue;
            }

            var size = int.Parse(fields[2], System.Globalization.CultureInfo.InvariantCulture);
            answers.Add(output.Substring(position, size));
            position += size + 1;
        }

        return answers;
    }

    private static string Text(List<string> lines) => string.Concat(lines.Select(line => line + "\n"));

    private static List<string> Finished(List<string> lines) => ModelFile.Mend(lines);

    private List<string> NewLines(int count) => [.. Enumerable.Range(0, count).Select(_ => NewLine())];

    private string NewLine() => $"{(Chance(0.25) ? "todo" : "line")} {++_lines}";
}
