namespace FirstTry.Config.Tests;

public sealed partial class Problems_at_their_places
{
    private static readonly ProblemCase[] CommandsCases =
    [
        new(
            "FT0002",
            "checks:\n  ⟦test⟧: {}\n",
            "Check 'test' has neither 'run' nor 'uses'. Add one."),
        new(
            "FT0002",
            "checks:\n  ⟦test⟧:\n",
            "Check 'test' has neither 'run' nor 'uses'. Add one."),
        new(
            "FT0002",
            "checks:\n  ⟦test⟧: { bucket: slow }\n",
            "Check 'test' has neither 'run' nor 'uses'. Add one."),
        new(
            "FT0003",
            "checks:\n  test: { run: x, ⟦uses⟧: pytest }\n",
            "Check 'test' has both 'run' and 'uses'. Remove one: 'uses' brings its own command."),
        new(
            "FT0003",
            "checks:\n  test: { uses: pytest, ⟦run⟧: x }\n",
            "Check 'test' has both 'run' and 'uses'. Remove one: 'uses' brings its own command."),
        new(
            "FT0005",
            "checks:\n  test: { run: ⟦{⟧ a: b } }\n",
            "Check 'test': 'run' must be a command: text for sh, or a list of arguments, not a map. Write 'run: ruff check {files}' or 'run: [ruff, check, \"{files}\"]'."),
        new(
            "FT0005",
            "checks:\n  test: { run: [black, ⟦{⟧files}], files: x }\n",
            "Check 'test': 'run' must be a list of texts, not a map. Write 'run: ruff check {files}' or 'run: [ruff, check, \"{files}\"]'. In YAML '{files}' without quotes is a map: write \"{files}\"."),
        new(
            "FT0006",
            "checks:\n  test: { run: ⟦true⟧ }\n",
            "Check 'test': 'run' must be text, and 'true' is a boolean in YAML. Put it in quotes: \"true\"."),
        new(
            "FT0006",
            "checks:\n  test: { run: [sleep, ⟦5⟧] }\n",
            "Check 'test': 'run' must be text, and '5' is a number in YAML. Put it in quotes: \"5\"."),
        new(
            "FT0012",
            "checks:\n  test: { run: ⟦'black \"{files}\"'⟧, files: x }\n",
            "Check 'test': 'run' has {files} in quotes, and there it would be one word. Remove the quotes: {files} stands for \"$@\", every file is an argument of its own."),
        new(
            "FT0012",
            "checks:\n  test: { run: ⟦\"black '{files}'\"⟧, files: x }\n",
            "Check 'test': 'run' has {files} in quotes, and there it would be one word. Remove the quotes: {files} stands for \"$@\", every file is an argument of its own."),
        new(
            "FT0012",
            "checks:\n  test: { run: x, fix: ⟦'black \"{files}\"'⟧, files: x }\n",
            "Check 'test': 'fix' has {files} in quotes, and there it would be one word. Remove the quotes: {files} stands for \"$@\", every file is an argument of its own."),
        new(
            "FT0012",
            "checks:\n  test:\n    files: x\n    run: |\n      echo one {files}\n      echo \"⟦{files}⟧\"\n",
            "Check 'test': 'run' has {files} in quotes, and there it would be one word. Remove the quotes: {files} stands for \"$@\", every file is an argument of its own."),
        new(
            "FT0013",
            "checks:\n  test: { run: ⟦\"black {files}\"⟧ }\n",
            "Check 'test': 'run' uses {files}, but the check has no 'files'. Say which files: 'files: \"**/*.py\"'."),
        new(
            "FT0013",
            "checks:\n  test: { run: ⟦[⟧black, \"{files}\"] }\n",
            "Check 'test': 'run' uses {files}, but the check has no 'files'. Say which files: 'files: \"**/*.py\"'."),
        new(
            "FT0013",
            "checks:\n  test: { run: x, fix: ⟦\"black {files}\"⟧ }\n",
            "Check 'test': 'fix' uses {files}, but the check has no 'files'. Say which files: 'files: \"**/*.py\"'."),
        new(
            "FT0031",
            "checks:\n  test: { run: ⟦\" \"⟧ }\n",
            "Check 'test': 'run' holds an empty text. Write a value, or remove it."),
        new(
            "FT0031",
            "checks:\n  test: { run: ⟦[⟧] }\n",
            "Check 'test': 'run' is an empty list. Write 'run: ruff check {files}' or 'run: [ruff, check, \"{files}\"]', or remove the key."),
        new(
            "FT0031",
            "checks:\n  test: { run: [⟦\"\"⟧, x] }\n",
            "Check 'test': 'run' holds an empty text. Write a value, or remove it."),
        new(
            "FT0031",
            "checks:\n  test: { ⟦run⟧: }\n",
            "Check 'test': 'run' has no value. Write 'run: ruff check {files}' or 'run: [ruff, check, \"{files}\"]', or remove the key."),
        new(
            "FT0039",
            "checks:\n  test: { run: ⟦\"a\\0b\"⟧ }\n",
            "Check 'test': 'run' holds a NUL character, which no program can receive. Remove the '\\0'."),
        new(
            "FT0041",
            "checks:\n  test: { run: [black, ⟦\"--f={files}\"⟧], files: x }\n",
            "Check 'test': 'run' has {files} inside the argument '--f={files}'. Make \"{files}\" an argument of its own: it stands for one argument a file."),
        new(
            "FT0008",
            "checks:\n  test: { uses: ⟦pytst⟧ }\n",
            "Check 'test' uses 'pytst', which is no adapter and no built-in check. Did you mean 'pytest'? A program of yours goes into 'run'."),
        new(
            "FT0009",
            "checks:\n  test: { uses: pytest, with: { ⟦path⟧: x } }\n",
            "Check 'test', 'with': 'pytest' has no option 'path'. Did you mean 'paths'?"),
        new(
            "FT0009",
            "checks:\n  test: { uses: merge-conflict, with: { ⟦a⟧: x } }\n",
            "Check 'test', 'with': 'merge-conflict' has no option 'a'. 'merge-conflict' takes no options: remove it."),
        new(
            "FT0005",
            "checks:\n  test: { uses: pytest, with: ⟦[⟧x] }\n",
            "Check 'test': 'with' must be a map, not a list. Write 'with: { paths: [tests] }'."),
        new(
            "FT0005",
            "checks:\n  test: { uses: pytest, with: { paths: ⟦{⟧} } }\n",
            "Check 'test', 'with': 'paths' must be text, a number, true or false, or a list of these, not a map. Write 'paths: value'."),
        new(
            "FT0034",
            "checks:\n  test: { run: x, ⟦with⟧: { paths: x } }\n",
            "Check 'test' has 'with' but no 'uses'. Options belong to an adapter: add 'uses', or remove 'with'."),
        new(
            "FT0036",
            "checks:\n  test: { uses: mypy, with: { ⟦select⟧: changed } }\n",
            "Check 'test', 'with': 'mypy' has no 'select': it always looks at everything that it is given. Remove it."),
        new(
            "FT0009",
            "checks:\n  test: { uses: private-key, with: { ⟦select⟧: all } }\n",
            "Check 'test', 'with': 'private-key' has no option 'select'. 'private-key' takes no options: remove it."),
        new(
            "FT0007",
            "checks:\n  test: { uses: pytest, with: { select: ⟦afected⟧ } }\n",
            "Check 'test', 'with': 'select' cannot be 'afected'. Did you mean 'affected'? Valid: all, affected."),
        new(
            "FT0005",
            "checks:\n  test: { uses: mixed-line-ending, with: { fix: ⟦[⟧lf] } }\n",
            "Check 'test', 'with': 'fix' must be one of auto, lf, crlf, cr, no, not a list. Write 'fix: auto'."),
        new(
            "FT0007",
            "checks:\n  test: { uses: json-format, with: { ascii: ⟦maybe⟧ } }\n",
            "Check 'test', 'with': 'ascii' cannot be 'maybe'. Valid: true, false."),
        new(
            "FT0043",
            "checks:\n  test: { uses: ⟦npm-script⟧ }\n",
            "Check 'test': 'npm-script' needs the option 'script'. Add 'with: { script: … }'."),
    ];
}
