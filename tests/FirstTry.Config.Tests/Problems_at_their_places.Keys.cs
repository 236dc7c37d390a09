namespace FirstTry.Config.Tests;

public sealed partial class Problems_at_their_places
{
    private static readonly ProblemCase[] KeysCases =
    [
        new(
            "FT0004",
            "⟦chekcs⟧: {}\n",
            "The file has an unknown key 'chekcs'. Did you mean 'checks'?"),
        new(
            "FT0004",
            "⟦zzz⟧: {}\n",
            "The file has an unknown key 'zzz'. Known keys: version, workers, env, pass_env, cache, checks, profiles, hooks."),
        new(
            "FT0004",
            "checks:\n  test: { run: x, ⟦fils⟧: \"*.py\" }\n",
            "Check 'test' has an unknown key 'fils'. Did you mean 'files'?"),
        new(
            "FT0004",
            "profiles:\n  quick: { ⟦check⟧: [] }\n",
            "Profile 'quick' has an unknown key 'check'. Did you mean 'checks'?"),
        new(
            "FT0004",
            "hooks:\n  pre-commit: { ⟦failfast⟧: now }\n",
            "Hook 'pre-commit' has an unknown key 'failfast'. Did you mean 'fail_fast'?"),
        new(
            "FT0004",
            "cache: { ⟦sallt⟧: x }\n",
            "'cache' has an unknown key 'sallt'. Did you mean 'salt'?"),
        new(
            "FT0004",
            "checks:\n  test: { run: x, skip: { ⟦brunch⟧: main } }\n",
            "Check 'test', 'skip' has an unknown key 'brunch'. Did you mean 'branch'?"),
        new(
            "FT0005",
            "checks: ⟦[⟧test]\n",
            "'checks' must be a map, not a list. Write 'checks: { test: { run: make test } }'."),
        new(
            "FT0005",
            "checks:\n  test: ⟦make test⟧\n",
            "'checks': 'test' must be a map, not text. Write 'test: { run: make test }'."),
        new(
            "FT0005",
            "checks:\n  test: { run: x, stage: ⟦yes⟧ }\n",
            "Check 'test': 'stage' must be true or false, not text. Write 'stage: true' or 'stage: false'."),
        new(
            "FT0005",
            "checks:\n  test: { run: x, env: ⟦[⟧A] }\n",
            "Check 'test': 'env' must be a map, not a list. Write 'env: { NAME: \"value\" }'."),
        new(
            "FT0005",
            "checks:\n  test: { run: x, skip: ⟦main⟧ }\n",
            "Check 'test': 'skip' must be a map, not text. Write '{ branch: main }' or '[{ os: windows }, { ci: true }]'."),
        new(
            "FT0005",
            "checks:\n  test: { run: x, skip: [⟦main⟧] }\n",
            "Check 'test': 'skip' must be a map or a list of maps, not text. Write '{ branch: main }' or '[{ os: windows }, { ci: true }]'."),
        new(
            "FT0005",
            "profiles:\n  quick: ⟦[⟧x]\n",
            "'profiles': 'quick' must be a map, not a list. Write 'quick: { checks: [test] }'."),
        new(
            "FT0005",
            "hooks:\n  pre-commit: ⟦[⟧x]\n",
            "'hooks': 'pre-commit' must be the name of a profile or a map, not a list. Write 'pre-commit: quick' or 'pre-commit: { checks: [test] }'."),
        new(
            "FT0006",
            "checks:\n  test: { run: x, env: { SEED: ⟦0⟧ } }\n",
            "Check 'test', 'env': 'SEED' must be text, and '0' is a number in YAML. Put it in quotes: \"0\"."),
        new(
            "FT0006",
            "checks:\n  test: { run: x, description: ⟦1.5⟧ }\n",
            "Check 'test': 'description' must be text, and '1.5' is a number in YAML. Put it in quotes: \"1.5\"."),
        new(
            "FT0006",
            "cache: { salt: ⟦1⟧ }\n",
            "'cache': 'salt' must be text, and '1' is a number in YAML. Put it in quotes: \"1\"."),
        new(
            "FT0007",
            "checks:\n  test: { run: x, bucket: ⟦slwo⟧ }\n",
            "Check 'test': 'bucket' cannot be 'slwo'. Did you mean 'slow'? Valid: fast, mutating, slow."),
        new(
            "FT0007",
            "checks:\n  test: { run: x, stdin: ⟦everything⟧ }\n",
            "Check 'test': 'stdin' cannot be 'everything'. Valid: none, files, hook."),
        new(
            "FT0007",
            "checks:\n  test: { run: x, only: { os: ⟦mac⟧ } }\n",
            "Check 'test', 'only': 'os' cannot be 'mac'. Valid: linux, macos, windows."),
        new(
            "FT0007",
            "profiles:\n  quick: { fail_fast: ⟦true⟧ }\n",
            "Profile 'quick': 'fail_fast' cannot be 'true'. Valid: never, bucket, now."),
        new(
            "FT0007",
            "profiles:\n  quick: { files: ⟦stagde⟧ }\n",
            "Profile 'quick': 'files' cannot be 'stagde'. Did you mean 'staged'? Valid: staged, changed, pushed, all."),
        new(
            "FT0026",
            "checks:\n  test: { run: x, root: ⟦../web⟧ }\n",
            "Check 'test': 'root' leaves the repository: '../web' has a '..'. Write it from the repository root, or from 'root', downwards."),
        new(
            "FT0026",
            "checks:\n  test: { run: x, root: ⟦/web⟧ }\n",
            "Check 'test': 'root' leaves the repository: '/web' is absolute. Write it relative to the repository or to 'root'."),
        new(
            "FT0026",
            "checks:\n  test: { run: x, root: ⟦'a\\b'⟧ }\n",
            "Check 'test': 'root' is no path of the repository: 'a\\b'. Write '/' between its parts."),
        new(
            "FT0026",
            "checks:\n  test: { run: x, files: ⟦\"/src/**\"⟧ }\n",
            "Check 'test': 'files' leaves the repository: '/src/**' is absolute. Write it relative to the repository or to 'root'. Files elsewhere belong in 'extra_inputs'."),
        new(
            "FT0026",
            "checks:\n  test: { run: x, inputs: [\"*.py\", ⟦~/x⟧] }\n",
            "Check 'test': 'inputs' leaves the repository: '~/x' is absolute. Write it relative to the repository or to 'root'. Files elsewhere belong in 'extra_inputs'."),
        new(
            "FT0026",
            "checks:\n  test: { run: x, outputs: ⟦\"{a,..}/x\"⟧ }\n",
            "Check 'test': 'outputs' leaves the repository: '{a,..}/x' has a '..'. Write it from the repository root, or from 'root', downwards."),
        new(
            "FT0026",
            "checks:\n  test: { run: x, extra_inputs: ⟦../x⟧ }\n",
            "Check 'test': 'extra_inputs' leaves the repository: '../x' has a '..'. Write it from the repository root, or from 'root', downwards."),
        new(
            "FT0026",
            "checks:\n  test: { run: x, skip: { paths: ⟦C:/x⟧ } }\n",
            "Check 'test', 'skip': 'paths' leaves the repository: 'C:/x' is absolute. Write it relative to the repository or to 'root'."),
        new(
            "FT0027",
            "checks:\n  test: { run: x, files: ⟦\"src/[a\"⟧ }\n",
            "Check 'test': 'files' has a pattern that cannot be read, 'src/[a': The '[' is never closed. Close the class with ']', or write '\\[' for the character itself."),
        new(
            "FT0028",
            "checks:\n  test: { run: x, timeout: ⟦30⟧ }\n",
            "Check 'test': 'timeout' is not a duration: '30'. Write a whole number above 0 with ms, s, m or h, at most 10,000 hours: 'timeout: 30s'."),
        new(
            "FT0028",
            "checks:\n  test: { run: x, cache: ⟦7d⟧ }\n",
            "Check 'test': 'cache' is not a duration: '7d'. Write a whole number above 0 with ms, s, m or h, at most 10,000 hours: 'cache: 168h'."),
        new(
            "FT0028",
            "checks:\n  test: { run: x, timeout: ⟦soon⟧ }\n",
            "Check 'test': 'timeout' is not a duration: 'soon'. Write a whole number above 0 with ms, s, m or h, at most 10,000 hours: 'timeout: 30s'."),
        new(
            "FT0029",
            "workers: ⟦0⟧\n",
            "'workers' must be 'auto' or a whole number from 1 to 1024, without quotes, not '0'."),
        new(
            "FT0029",
            "profiles:\n  quick: { workers: ⟦1025⟧ }\n",
            "Profile 'quick': 'workers' must be 'auto' or a whole number from 1 to 1024, without quotes, not '1025'."),
        new(
            "FT0029",
            "checks:\n  test: { run: x, cpus: ⟦some⟧ }\n",
            "Check 'test': 'cpus' must be 'all' or a whole number of at least 1, without quotes, not 'some'."),
        new(
            "FT0030",
            "checks:\n  ⟦my test⟧: { run: x }\n",
            "'checks': 'my test' cannot be a name. Write letters, digits, '_', '.' and '-', the first one a letter, a digit or '_'."),
        new(
            "FT0030",
            "profiles:\n  ⟦\"\"⟧: {}\n",
            "'profiles': '' cannot be a name. Write letters, digits, '_', '.' and '-', the first one a letter, a digit or '_'."),
        new(
            "FT0030",
            "checks:\n  test: { run: x, tags: [⟦a b⟧] }\n",
            "Check 'test', 'tags': 'a b' cannot be a name. Write letters, digits, '_', '.' and '-', the first one a letter, a digit or '_'."),
        new(
            "FT0030",
            "checks:\n  test: { run: x, exclusive: ⟦a b⟧ }\n",
            "Check 'test', 'exclusive': 'a b' cannot be a name. Write letters, digits, '_', '.' and '-', the first one a letter, a digit or '_'."),
        new(
            "FT0030",
            "env: { ⟦\"A=B\"⟧: x }\n",
            "'env': 'A=B' cannot be the name of a variable. Write a name that is not empty and has no '='."),
        new(
            "FT0030",
            "pass_env: [⟦A=B⟧]\n",
            "'pass_env': 'A=B' cannot be the name of a variable. Write a name that is not empty and has no '='."),
        new(
            "FT0031",
            "⟦checks⟧:\n",
            "'checks' has no value. Write 'checks: { test: { run: make test } }', or remove the key."),
        new(
            "FT0031",
            "checks:\n  test: { run: x, hint: ⟦~⟧ }\n",
            "Check 'test': 'hint' has no value. Write 'hint: \"…\"', or remove the key."),
        new(
            "FT0031",
            "checks:\n  test: { run: x, files: ⟦[⟧] }\n",
            "Check 'test': 'files' is an empty list. Write 'files: \"*.py\"', or remove the key."),
        new(
            "FT0031",
            "checks:\n  test: { run: x, files: ⟦\"!\"⟧ }\n",
            "Check 'test': 'files' holds an empty text. Write a value, or remove it."),
        new(
            "FT0031",
            "checks:\n  test: { run: x, skip: ⟦{⟧} }\n",
            "Check 'test': 'skip' has an empty condition, which would always hold. Write '{ branch: main }' or '[{ os: windows }, { ci: true }]', or remove it."),
        new(
            "FT0031",
            "checks:\n  test: { run: x, skip: { env: ⟦{⟧} } }\n",
            "Check 'test', 'skip': 'env' is an empty map. Write a key and its value, or remove it."),
        new(
            "FT0033",
            "version: ⟦2⟧\n",
            "'version' is '2', and this firsttry knows version 1 only. Write 'version: 1' without quotes, or install the firsttry that the file was written for."),
        new(
            "FT0033",
            "version: ⟦\"1\"⟧\n",
            "'version' is '1', and this firsttry knows version 1 only. Write 'version: 1' without quotes, or install the firsttry that the file was written for."),
        new(
            "FT0033",
            "⟦version⟧:\n",
            "'version' is empty, and this firsttry knows version 1 only. Write 'version: 1' without quotes, or install the firsttry that the file was written for."),
        new(
            "FT0037",
            "cache: { ⟦remote⟧: { url: \"https://cache.example.com\" } }\n",
            "'cache.remote' is not supported yet: results stay on this machine. Remove it to silence this warning."),
    ];
}
