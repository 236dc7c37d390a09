using System;
using System.Text;
using System.Threading;
using FirstTry.Engine.Builtins;
using FirstTry.Graph;

namespace FirstTry.Engine.Tests.Builtins;

public sealed class Any_bytes
{
    private const int Rounds = 400;

    private static readonly string[] Seeds =
    [
        "{\"a\": [1, 2.5e3, \"\\u00e9\\n\"], \"b\": {\"c\": null}}\n",
        "%YAML 1.2\n---\na: &x [1, {b: 'c', d: \"e\\x41\"}]\nf: *x\n? !t >-\n  g\n: |2\n    h\n...\n",
        "<?xml version=\"1.0\" encoding=\"utf-16\"?><!DOCTYPE a [<!ENTITY e 'x'>]><a b='&e;'><![CDATA[c]]><!-- d --></a>\n",
        "text \r\n<<<<<<< HEAD\r-----\n\n",
    ];

    [Fact]
    public void Bring_every_content_check_to_a_verdict()
    {
        using var scene = BuiltinScene.Create();
        var random = new Random(20260102);
        foreach (var descriptor in AdapterCatalog.All)
        {
            if (BuiltinCatalog.Find(descriptor.Name) is not ContentCheck check)
            {
                continue;
            }

            for (var round = 0; round < Rounds; round++)
            {
                var content = Mutate(Seeds[round % Seeds.Length], random);
                scene.With("a", content);
                var context = new BuiltinContext(
                    scene.Root, [RepoPath.FromText("a")], [new AdapterOption("pattern", ["x+"])], null, null, CancellationToken.None);

                var exception = Record.Exception(() => check.Run(context));

                Assert.True(exception is null, $"{descriptor.Name} on {Convert.ToHexString(Encoding.Latin1.GetBytes(content))}: {exception}");
            }
        }
    }

    private static string Mutate(string seed, Random random)
    {
        var content = new StringBuilder(seed);
        for (var i = random.Next(6); i >= 0; i--)
        {
            var place = random.Next(content.Length);
            _ = random.Next(3) switch
            {
                0 => content.Remove(place, Math.Min(random.Next(1, 9), content.Length - place)),
                1 => content.Insert(place, (char)random.Next(256)),
                _ => content.Insert(place, seed[random.Next(seed.Length)..]),
            };
            content.Append(' ');
        }

        return content.ToString();
    }
}
