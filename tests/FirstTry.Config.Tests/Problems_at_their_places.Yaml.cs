namespace FirstTry.Config.Tests;

public sealed partial class Problems_at_their_places
{
    private static readonly ProblemCase[] YamlCases =
    [
        new(
            "FT0001",
            "checks:\n  test: { run: ⟦\"make test }\n⟧",
            "This is not valid YAML: While scanning a quoted scalar, found unexpected end of stream. Check quotes, brackets and the indentation of this line and the one above; put quotes around a value with ': ', '#', '{', '[', '*' or '&'."),
        new(
            "FT0001",
            "checks:\n  test:\n⟦\t⟧run: make\n",
            "This is not valid YAML: While scanning a mapping, found invalid tab as indentation. Indent with spaces: YAML does not allow tabs."),
        new(
            "FT0001",
            "checks:\n  test: { run: make⟦:⟧ test }\n",
            "This is not valid YAML: While parsing a flow mapping, did not find expected ',' or '}'. Check quotes, brackets and the indentation of this line and the one above; put quotes around a value with ': ', '#', '{', '[', '*' or '&'."),
        new(
            "FT0001",
            "checks: {}\n⟦\u0007⟧\n",
            "The file holds the control character U+0007, which YAML does not allow. Remove it, or save the file as UTF-8."),
        new(
            "FT0001",
            "checks: {}\n⟦\0⟧\nnonsense",
            "The file holds the control character U+0000, which YAML does not allow. Remove it, or save the file as UTF-8."),
        new(
            "FT0019",
            "checks:\n  a: { run: x }\n  ⟦a⟧: { run: y }\n",
            "The key 'a' is given twice, first in line 2. Keep one of them."),
        new(
            "FT0019",
            "checks:\n  a: { run: x, ⟦\"run\"⟧: y }\n",
            "The key 'run' is given twice, first in line 2. Keep one of them."),
        new(
            "FT0019",
            "checks:\n  a: &a { run: x }\n  b: { <<: *a, ⟦<<⟧: *a }\n",
            "The key '<<' is given twice, first in line 3. Keep one of them."),
        new(
            "FT0020",
            "checks:\n  a: { run: ⟦!!str⟧ x }\n",
            "The tag '!!str' means nothing here. Remove it; put quotes around a value that is to be text."),
        new(
            "FT0020",
            "checks:\n  a: &a ⟦!check⟧ { run: x }\n",
            "The tag '!check' means nothing here. Remove it; put quotes around a value that is to be text."),
        new(
            "FT0021",
            "checks: {}\n⟦---⟧\nprofiles: {}\n",
            "A second document starts here, and a config is one document. Remove the '---' and what follows, or move it to the first document."),
        new(
            "FT0023",
            "checks:\n  a: { run: x, files: ⟦*python⟧ }\n",
            "The alias '*python' leads nowhere: no anchor '&python' comes before it. A text that starts with '*' needs quotes: \"*python\"."),
        new(
            "FT0023",
            "checks:\n  a: &a { run: x, env: ⟦*a⟧ }\n",
            "The alias '*a' leads nowhere: it stands inside the very value that it names. Write the value out."),
        new(
            "FT0025",
            "checks:\n  a: { run: x, <<: ⟦slow⟧ }\n",
            "The merge key '<<' takes a map or a list of maps, not text. Write '<<: *name', where '&name' marks a map."),
        new(
            "FT0025",
            "checks:\n  a: { run: x, <<: [⟦slow⟧] }\n",
            "The merge key '<<' takes a map or a list of maps, not text. Write '<<: *name', where '&name' marks a map."),
        new(
            "FT0025",
            "checks:\n  a: { run: x, ⟦<<⟧: }\n",
            "The merge key '<<' takes a map or a list of maps, not text. Write '<<: *name', where '&name' marks a map."),
        new(
            "FT0032",
            "⟦⟧",
            "The file is empty. Write 'checks:' and a check, or let 'firsttry init' write it."),
        new(
            "FT0032",
            "⟦⟧# nothing\n",
            "The file is empty. Write 'checks:' and a check, or let 'firsttry init' write it."),
        new(
            "FT0032",
            "⟦⟧---\n...\n",
            "The file is empty. Write 'checks:' and a check, or let 'firsttry init' write it."),
        new(
            "FT0005",
            "⟦checks⟧",
            "The file must be a map of keys such as 'checks', not text. Write 'checks:' and a check below it."),
        new(
            "FT0005",
            "⟦- checks⟧\n",
            "The file must be a map of keys such as 'checks', not a list. Write 'checks:' and a check below it."),
        new(
            "FT0005",
            "? ⟦[⟧a]\n: b\n",
            "A key must be text, not a list. Write 'key: value'; put quotes around a value that starts with '[' or '{'."),
    ];
}
