namespace FirstTry.EndToEnd.Tests.Isolation.Faults;

/// <summary>A working tree with unstaged changes, in which a run is cut short.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Checks">The checks of the hook, as lines of the config.</param>
/// <param name="Script">Makes the tree, from an empty repository; it commits and stages what it needs.</param>
/// <param name="Isolate">What is hidden.</param>
internal sealed record FaultState(string Name, string Checks, string Script, string Isolate = "tracked")
{
    private const string Passing = "passing: { run: \"true\" }";

    public static readonly FaultState PartialAddAndEdit = new(
        "a partial add and a partial edit",
        Passing,
        "seq 9 > edited; seq 9 > untouched; git add .; git commit -qm base; seq 5 > added; sed -i s/2/two/ edited; git add .; echo more >> added; echo more >> edited; touch -d 2001-02-03T04:05:06.789 edited");

    public static readonly FaultState ModeAndLink = new(
        "a mode and a symbolic link",
        Passing,
        "echo x > run; echo a > a; echo b > b; ln -s a link; ln -s a becomes-file; echo f > becomes-link; git add .; git commit -qm base; "
        + "chmod +x run; ln -sfn b link; rm becomes-file; echo file > becomes-file; rm becomes-link; ln -s b becomes-link; echo staged > a; git add a");

    public static readonly FaultState Everything = new(
        "everything that can be hidden",
        Passing,
        "mkdir gone into; echo 1 > gone/1; echo 2 > into/2; echo f > folder; echo e > edited; git add .; git commit -qm base; echo staged > staged; git add staged; "
        + "rm -r gone; rm -r into; echo file > into; rm folder; mkdir folder; echo in > folder/in; echo more >> edited; echo later > later; git add -N later; "
        + "mkdir new; echo new > new/file; chmod 600 new/file; rm edited; mkdir -p deep/er; echo deep > deep/er/file",
        "all");

    public static readonly FaultState FixThatMerges = new(
        "a fix that goes together with unstaged lines",
        "upper: { run: \"sed -i s/^two$/TWO/ {files}\", files: \"*.txt\", bucket: mutating }\n    passing: { run: \"true\", bucket: slow }",
        "seq 20 > a.txt; seq 20 > b.txt; git add .; git commit -qm base; sed -i s/^2$/two/ a.txt b.txt; git add .; sed -i s/^15$/fifteen/ a.txt; rm b.txt; chmod 600 a.txt");

    public static readonly FaultState FixThatConflicts = new(
        "a fix that touches an unstaged line",
        "upper: { run: \"sed -i s/two/TWO/ {files}\", files: \"*.txt\", bucket: mutating }",
        "seq 20 > a.txt; git add .; git commit -qm base; sed -i s/^2$/two/ a.txt; git add .; sed -i s/^two$/two-and-a-half/ a.txt");

    public static readonly FaultState ThreeHundredFiles = new(
        "three hundred hidden files",
        Passing,
        "mkdir -p some/folder; for i in $(seq 300); do echo $i > some/folder/a-file-with-a-rather-long-name-of-number-$i; done; git add .; git commit -qm base; git gc -q; "
        + "echo staged > staged; git add staged; for i in $(seq 300); do echo mine >> some/folder/a-file-with-a-rather-long-name-of-number-$i; done");

    public override string ToString() => Name;
}
