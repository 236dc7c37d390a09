using System;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.IO;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using FirstTry.Testing;

namespace FirstTry.Schema.Tests;

/// <summary>A running yaml-language-server with one workspace that holds nothing but the schema.</summary>
public sealed class LanguageServer : IAsyncLifetime
{
    private const string SchemaLine = "# yaml-language-server: $schema=./firsttry.schema.json\n";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonArray>> _diagnostics = new(StringComparer.Ordinal);
    private readonly TemporaryDirectory _workspace = TemporaryDirectory.Create("language-server");
    private Process? _process;
    private LanguageServerConnection? _connection;

    private string WorkspaceUri => new Uri(_workspace.FullPath).AbsoluteUri;

    private LanguageServerConnection Connection => _connection ?? throw new InvalidOperationException("not started");

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        File.Copy(SourceTree.Schema, _workspace.PathOf("firsttry.schema.json"));
        var server = Path.Combine(NodePackages.Directory, "node_modules", "yaml-language-server", "bin", "yaml-language-server");
        _process = Process.Start(new ProcessStartInfo("node", [server, "--stdio"])
        {
            WorkingDirectory = _workspace.FullPath,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        _connection = new LanguageServerConnection(_process.StandardInput.BaseStream, _process.StandardOutput.BaseStream, TakeDiagnostics);
        await RequestAsync("initialize", new JsonObject
        {
            ["processId"] = null,
            ["rootUri"] = WorkspaceUri,
            ["workspaceFolders"] = new JsonArray(new JsonObject { ["uri"] = WorkspaceUri, ["name"] = "workspace" }),
            ["capabilities"] = JsonNode.Parse(
                """
                {
                  "workspace": { "configuration": true, "workspaceFolders": true },
                  "textDocument": { "completion": { "completionItem": { "snippetSupport": true } }, "hover": { "contentFormat": ["markdown"] } }
                }
                """),
        });
        Connection.Notify("initialized", new JsonObject());
    }

    /// <summary>Opens a config with the schema line before it; returns what is marked in it, as "line:column message", from 1.</summary>
    public async Task<string[]> OpenAsync(string name, string text)
    {
        var marked = _diagnostics.GetOrAdd(UriOf(name), _ => NewSource());
        Connection.Notify("textDocument/didOpen", new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = UriOf(name), ["languageId"] = "yaml", ["version"] = 1, ["text"] = SchemaLine + text },
        });
        var diagnostics = await marked.Task.WaitAsync(Limit);
        return [.. System.Linq.Enumerable.Select(diagnostics, Describe)];
    }

    /// <summary>The labels offered at a place of an opened config; its first line, below the schema line, is line 1.</summary>
    public async Task<string[]> CompleteAsync(string name, int line, int column)
    {
        var answer = await RequestAsync("textDocument/completion", Place(name, line, column));
        var items = answer as JsonArray ?? answer?["items"]?.AsArray() ?? [];
        return [.. System.Linq.Enumerable.Select(items, item => item!["label"]!.GetValue<string>())];
    }

    /// <summary>The text shown when the pointer rests on a place of an opened config.</summary>
    public async Task<string> HoverAsync(string name, int line, int column)
    {
        var answer = await RequestAsync("textDocument/hover", Place(name, line, column));
        return answer?["contents"]?["value"]?.GetValue<string>() ?? "";
    }

    /// <inheritdoc />
    public Task DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit(Limit);
        }

        _process?.Dispose();
        _workspace.Dispose();
        return Task.CompletedTask;
    }

    private static TaskCompletionSource<JsonArray> NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static string Describe(JsonNode? diagnostic)
    {
        var start = diagnostic!["range"]!["start"]!;
        return $"{start["line"]!.GetValue<int>()}:{start["character"]!.GetValue<int>() + 1} {diagnostic["message"]}";
    }

    private JsonObject Place(string name, int line, int column) => new()
    {
        ["textDocument"] = new JsonObject { ["uri"] = UriOf(name) },
        ["position"] = new JsonObject { ["line"] = line, ["character"] = column - 1 },
    };

    private string UriOf(string name) => $"{WorkspaceUri}/{name}.yml";

    private Task<JsonNode?> RequestAsync(string method, JsonObject parameters) => Connection.RequestAsync(method, parameters).WaitAsync(Limit);

    private void TakeDiagnostics(JsonNode parameters)
    {
        var uri = parameters["uri"]!.GetValue<string>();
        _diagnostics.GetOrAdd(uri, _ => NewSource()).TrySetResult(parameters["diagnostics"]!.DeepClone().AsArray());
    }
}
