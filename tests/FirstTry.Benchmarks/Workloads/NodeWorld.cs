using System.Collections.Generic;

namespace FirstTry.Benchmarks.Workloads;

/// <summary>An npm workspace of three packages with tests of node's own runner: <c>b</c> depends on <c>a</c>, <c>c</c> on none.</summary>
internal static class NodeWorld
{
    /// <summary>The tests of all packages.</summary>
    public static WorkCheck Check { get; } = new("web", "cd web && npm test --workspaces --silent", ["web/**", "!web/node_modules/**"], "uses: npm-test, root: web, bucket: slow");

    /// <summary>Writes the packages and has npm link them; the lock file is committed.</summary>
    /// <exception cref="BenchmarkException">npm or node is not installed or failed.</exception>
    public static void Write(Workplace place)
    {
        place.Write("web/package.json", """{ "name": "web", "private": true, "version": "1.0.0", "workspaces": ["packages/*"] }""" + "\n");
        foreach (var (name, needs) in (IEnumerable<(string, string)>)[("a", ""), ("b", """, "dependencies": { "@shop/a": "1.0.0" }"""), ("c", "")])
        {
            place.Write($"web/packages/{name}/package.json", $$"""{ "name": "@shop/{{name}}", "version": "1.0.0", "main": "index.js", "scripts": { "test": "node --test" }{{needs}} }""" + "\n");
            place.Write(Source(name), name == "b" ? "const { price } = require('@shop/a');\nexports.price = (count) => price(count) + 1;\n" : "exports.price = (count) => 100 + count;\n");
            place.Write(
                $"web/packages/{name}/index.test.js",
                "const test = require('node:test');\nconst assert = require('node:assert');\nconst { price } = require('./index.js');\n\ntest('a price', () => assert.ok(price(3) > 100));\n");
        }

        place.Tools.AddNode();
        place.Run("npm", "install", "--prefix", "web", "--no-audit", "--no-fund", "--ignore-scripts", "--silent");
    }

    /// <summary>The source of a package.</summary>
    public static string Source(string package) => $"web/packages/{package}/index.js";
}
