using System.IO;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests.Isolation;

/// <summary>A run that looked at the files while another one had hidden the owner's.</summary>
public sealed class DisturbedLookTests
{
    private const string Check = "    calm: { run: \"if [ -e ../gate ]; then touch ../in-check; until [ -e ../go ]; do sleep 0.005; done; fi; ! grep -q bad a.txt\", inputs: [a.txt] }";

    [Fact]
    public void A_commit_hides_what_it_could_not_see_behind_another_run()
    {
        using var repository = Prepared(staged: "bad", unstaged: "good");
        var path = repository.Environment["PATH"];
        using var slow = StartWithSlowGit(repository, "hook", "pre-commit");
        LetAnotherRunHide(repository, path!);

        Assert.True(slow.WaitForExit() == 1, slow.Said);
        Assert.Equal("good\n", repository.Read("a.txt"));
    }

    // While the first run waits for its git, which it asks what is unstaged, another one hides everything and puts it back.
    private static void LetAnotherRunHide(TemporaryRepository repository, string path)
    {
        repository.Environment["PATH"] = path;
        File.WriteAllText(Path.Combine(repository.Outside, "gate"), "");
        using var other = BackgroundRun.StartUntilChecked(repository, PublishedBinary.Location, "hook", "pre-commit");
        File.WriteAllText(Path.Combine(repository.Outside, "go-status"), "");
        other.WaitUntil(() => File.Exists(Path.Combine(repository.Outside, "status-done")));
        File.Delete(Path.Combine(repository.Outside, "gate"));
        BackgroundRun.LetGo(repository);
        other.WaitForExit();
        File.WriteAllText(Path.Combine(repository.Outside, "go-rest"), "");
    }

    private static BackgroundRun StartWithSlowGit(TemporaryRepository repository, params string[] arguments)
    {
        var folder = Path.Combine(repository.Outside, "slow");
        var git = TreePicture.Shell(repository, "command -v git").TrimEnd('\n');
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "git"), $"""
            #!/bin/sh
            case $1 in
              status) touch ../status; until [ -e ../go-status ]; do sleep 0.005; done; {git} "$@"; touch ../status-done; until [ -e ../go-rest ]; do sleep 0.005; done;;
              *) until [ -e ../go-rest ]; do sleep 0.005; done; exec {git} "$@";;
            esac

            """);
        TreePicture.Shell(repository, "chmod +x ../slow/git");
        repository.Environment["PATH"] = folder + ":" + repository.Environment["PATH"];
        var run = BackgroundRun.Start(repository, PublishedBinary.Location, arguments);
        run.WaitUntil(() => File.Exists(Path.Combine(repository.Outside, "status")));
        return run;
    }

    private static TemporaryRepository Prepared(string staged, string unstaged, [System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        var repository = HookedRepository.Create(Check, names: "[calm]", test: test);
        repository.Write("a.txt", staged + "\n");
        repository.Git("add", "a.txt");
        repository.Write("a.txt", unstaged + "\n");
        return repository;
    }
}
