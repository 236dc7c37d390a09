using System.Linq;
using System.Text;

namespace FirstTry.Graph.Tests;

public sealed class GlobMatching
{
    [Theory]
    [InlineData("*.py", "a.py src/a.py src/deep/a.py .py", "a.pyc a.py.txt src/apy")]
    [InlineData("Makefile", "Makefile src/Makefile", "Makefile.am GNUMakefile src/makefile")]
    [InlineData("src", "src src/a src/deep/a lib/src/a", "srcs lib/src.c asrc/a")]
    [InlineData("src/", "src/a src/deep/a", "src lib/src/a")]
    [InlineData("./src", "src src/a", "lib/src lib/src/a")]
    [InlineData("./*.py", "a.py", "src/a.py")]
    [InlineData(".", "a src/a", "")]
    [InlineData("**", "a src/a", "")]
    [InlineData("src/*", "src/a src/b.py", "src src/deep/a lib/src/a")]
    [InlineData("src/**", "src/a src/deep/a", "src srcs/a")]
    [InlineData("src/*.py", "src/a.py src/.py", "src/deep/a.py a.py lib/src/a.py")]
    [InlineData("src/**/*.py", "src/a.py src/x/a.py src/x/y/a.py", "a.py src.py lib/src/a.py")]
    [InlineData("**/test_*.py", "test_a.py x/test_a.py x/y/test_.py", "test_a/b.py xtest_a.py")]
    [InlineData("**/src/**", "src/a x/src/a x/y/src/z/a", "src x/src")]
    [InlineData("a/**/b/**/c", "a/b/c a/x/b/c a/b/x/c a/x/y/b/x/y/c a/b/b/c", "a/c a/b a/x/c b/c")]
    [InlineData("a/*/c", "a/b/c", "a/c a/b/b/c")]
    [InlineData("?.c", "a.c x/b.c", "ab.c .c")]
    [InlineData("a?c", "abc", "a/c abbc")]
    [InlineData("[a-c]x", "ax bx y/cx", "dx x")]
    [InlineData("[!a-c]x", "dx -x", "ax x")]
    [InlineData("[^a]x", "bx", "ax")]
    [InlineData("[]a]x", "]x ax", "bx")]
    [InlineData("[!]a]x", "bx", "]x ax")]
    [InlineData("[a-]x", "ax -x", "bx")]
    [InlineData("[\\]\\-]x", "]x -x", "\\x")]
    [InlineData("[[:digit:]_]x", "1x _x", "ax")]
    [InlineData("[![:upper:]]x", "ax 1x", "Ax")]
    [InlineData("a[b/]c", "abc", "a/c x/abc")]
    [InlineData("\\*.c", "*.c x/*.c", "a.c")]
    [InlineData("pages/[id].js", "pages/i.js pages/d.js pages/[id].js", "pages/id.js")]
    [InlineData("app/[slug]", "app/s app/[slug] app/[slug]/page.js", "app/s/page.js")]
    [InlineData("*.{js,ts}", "a.js x/a.ts", "a.jsx a. a.{js,ts}")]
    [InlineData("{src,lib}/**/*.c", "src/a.c lib/x/a.c", "a.c bin/a.c")]
    [InlineData("{a,b{c,d}}.x", "a.x bc.x bd.x", "b.x abc.x")]
    [InlineData("a{,b}c", "ac abc", "abbc")]
    [InlineData("{src/a,b}.c", "src/a.c b.c x/b.c", "x/src/a.c a.c")]
    [InlineData("{[a,b],c}.x", "a.x b.x c.x ,.x", "[a.x")]
    [InlineData("\\{a,b\\}", "{a,b}", "a b")]
    [InlineData("a,b", "a,b", "a b")]
    [InlineData("{docs,src/gen}", "docs/a x/docs/a src/gen/a", "src/a")]
    [InlineData("foo**/bar", "foobar foo/bar foox/y/bar", "fobar bar")]
    [InlineData("q/**bar", "q/bar q/xbar", "q/x/bar")]
    [InlineData("caf\u00e9/*", "caf\u00e9/a", "cafe/a")]
    public void A_pattern_matches_these_paths_and_not_those(string pattern, string matching, string other)
    {
        Assert.True(Glob.TryParse(pattern, out var glob, out var error), error);

        var all = matching.Split(' ').Concat(other.Split(' ')).Where(path => path.Length > 0);
        var matched = string.Join(' ', all.Where(path => glob.IsMatch(Encoding.UTF8.GetBytes(path))));

        Assert.Equal(matching, matched);
    }

    [Fact]
    public void A_path_is_matched_from_the_given_start()
    {
        Assert.True(Glob.TryParse("src/*.py", out var glob, out _));

        var isMatch = glob.IsMatch(Encoding.UTF8.GetBytes("web/src/a.py"), "web/".Length);

        Assert.True(isMatch);
    }

    [Fact]
    public void A_question_mark_is_one_byte_and_an_asterisk_takes_bytes_that_are_no_text()
    {
        Assert.True(Glob.TryParse("?.c", out var one, out _));
        Assert.True(Glob.TryParse("*.c", out var any, out _));
        byte[] path = [0xC3, 0x28, (byte)'.', (byte)'c'];

        Assert.False(one.IsMatch(path));
        Assert.True(one.IsMatch(path, 1));
        Assert.True(any.IsMatch(path));
    }

    [Theory]
    [InlineData("*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b")]
    [InlineData("**/**/**/**/**/**/**/**/**/**/**/**/b")]
    [InlineData("**/*a/**/*a/**/*a/**/*a/**/*a/**/*a/**/b")]
    [InlineData("**/a*/**/a*/**/?*a*?/**/[a]*/**/b*b")]
    public void A_long_path_cannot_make_a_pattern_take_forever(string pattern)
    {
        Assert.True(Glob.TryParse(pattern, out var glob, out var error), error);
        var flat = Encoding.UTF8.GetBytes(new string('a', 4000));
        var deep = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("aaa/", 1000)) + "a");

        Assert.False(glob.IsMatch(flat));
        Assert.False(glob.IsMatch(deep));
    }

    [Fact]
    public void A_program_matches_what_its_pattern_does()
    {
        Assert.True(Glob.TryParse("src/**/*.{js,[t]s}", out var parsed, out _));

        var glob = Glob.FromProgram(parsed.Pattern, parsed.Program);

        Assert.Equal(parsed, glob);
        Assert.True(glob.IsMatch(Encoding.UTF8.GetBytes("src/x/a.ts")));
        Assert.False(glob.IsMatch(Encoding.UTF8.GetBytes("src/x/a.cs")));
    }

    [Fact]
    public void Patterns_of_the_machine_may_be_absolute()
    {
        Assert.True(Glob.TryParse("/etc/*.conf", GlobScope.Machine, out var absolute, out _));
        Assert.True(Glob.TryParse("~/.npmrc", GlobScope.Machine, out var home, out _));

        Assert.True(absolute.IsMatch(Encoding.UTF8.GetBytes("/etc/a.conf")));
        Assert.False(absolute.IsMatch(Encoding.UTF8.GetBytes("etc/a.conf")));
        Assert.True(home.IsMatch(Encoding.UTF8.GetBytes("~/.npmrc")));
    }

    [Theory]
    [InlineData("main", "main", "feature/main main/x mainline")]
    [InlineData("release/*", "release/1.0", "release release/1.0/rc x/release/1")]
    [InlineData("release/**", "release/1.0 release/1.0/rc", "release")]
    [InlineData("{main,v[0-9]}", "main v1", "x/main v1/a")]
    public void A_pattern_of_names_matches_the_whole_name(string pattern, string matching, string other)
    {
        Assert.True(Glob.TryParse(pattern, GlobScope.Name, out var glob, out var error), error);

        Assert.All(matching.Split(' '), name => Assert.True(glob.IsMatch(Encoding.UTF8.GetBytes(name)), name));
        Assert.All(other.Split(' '), name => Assert.False(glob.IsMatch(Encoding.UTF8.GetBytes(name)), name));
    }

    [Fact]
    public void Matching_does_not_allocate()
    {
        Assert.True(Glob.TryParse("src/**/*.{js,[t]s}", out var glob, out _));
        var path = Encoding.UTF8.GetBytes("src/x/y/z.ts");
        glob.IsMatch(path);

        var before = System.GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            glob.IsMatch(path);
        }

        Assert.Equal(before, System.GC.GetAllocatedBytesForCurrentThread());
    }
}
