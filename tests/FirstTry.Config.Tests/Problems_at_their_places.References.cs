namespace FirstTry.Config.Tests;

public sealed partial class Problems_at_their_places
{
    private static readonly ProblemCase[] ReferencesCases =
    [
        new(
            "FT0010",
            "checks:\n  test: { run: x, needs: [⟦bild⟧] }\n  build: { run: x }\n",
            "Check 'test' needs 'bild', which is no check. Did you mean 'build'?"),
        new(
            "FT0010",
            "profiles:\n  quick: { checks: [⟦test⟧] }\n",
            "Profile 'quick' names 'test', which is no check. Checks: none."),
        new(
            "FT0010",
            "hooks:\n  pre-commit: { checks: [⟦test⟧] }\n",
            "Hook 'pre-commit' names 'test', which is no check. Checks: none."),
        new(
            "FT0011",
            "hooks:\n  pre-commit: ⟦quick⟧\n",
            "Hook 'pre-commit' names 'quick', which is no profile. The file has no profiles: add it below 'profiles'."),
        new(
            "FT0011",
            "profiles:\n  quick: {}\n  full: { extends: ⟦quik⟧ }\n",
            "Profile 'full' extends 'quik', which is no profile. Did you mean 'quick'?"),
        new(
            "FT0014",
            "checks:\n  a: { run: x, tags: [python] }\nprofiles:\n  quick: { checks: [⟦\"tag:pyton\"⟧] }\n",
            "Profile 'quick' names the tag 'pyton', and no check has it. Did you mean 'python'? Checks get tags with 'tags: [pyton]'."),
        new(
            "FT0015",
            "hooks:\n  ⟦pre-comit⟧: {}\n",
            "'hooks': git runs no hook 'pre-comit'. Did you mean 'pre-commit'?"),
        new(
            "FT0015",
            "checks:\n  a: { run: x, only: { hook: [⟦pre-comit⟧] } }\n",
            "Check 'a', 'only': git runs no hook 'pre-comit'. Did you mean 'pre-commit'?"),
        new(
            "FT0016",
            "checks:\n  a: { run: x, needs: [⟦b⟧] }\n  b: { run: x, bucket: slow }\n",
            "Check 'a' in bucket fast needs 'b' in bucket slow, which runs later. Put 'a' into bucket slow, or 'b' into bucket fast."),
        new(
            "FT0016",
            "checks:\n  a: { run: x, needs: [⟦b⟧] }\n  b: { uses: pytest }\n",
            "Check 'a' in bucket fast needs 'b' in bucket slow, which runs later. Put 'a' into bucket slow, or 'b' into bucket fast."),
        new(
            "FT0017",
            "checks:\n  a: { run: x, needs: [⟦a⟧] }\n",
            "Checks need each other in a circle: a -> a. Remove one of these needs."),
        new(
            "FT0017",
            "checks:\n  c: { run: x, needs: [b] }\n  a: { run: x, needs: [⟦b⟧] }\n  b: { run: x, needs: [a] }\n",
            "Checks need each other in a circle: a -> b -> a. Remove one of these needs."),
        new(
            "FT0018",
            "profiles:\n  a: { extends: ⟦b⟧ }\n  b: { extends: [c, a] }\n  c: {}\n",
            "Profiles extend each other in a circle: a -> b -> a. Remove one of these 'extends'."),
        new(
            "FT0045",
            "checks:\n  a: { run: x }\nprofiles:\n  p: { extends: q }\n  q: { env: { A: x } }\nhooks:\n  pre-push: ⟦p⟧\n",
            "Hook 'pre-push' has the profile 'p', which has no checks: everything passes. Add 'checks: [NAME]', or remove the hook."),
        new(
            "FT0045",
            "hooks:\n  ⟦pre-push⟧: { fail_fast: never }\n",
            "Hook 'pre-push' has no checks: everything passes. Add 'checks: [NAME]', or remove the hook."),
    ];
}
