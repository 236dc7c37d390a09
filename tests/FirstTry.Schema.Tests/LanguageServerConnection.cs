using System;
using System.Collections.Concurrent;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;

namespace FirstTry.Schema.Tests;

/// <summary>JSON-RPC as language servers speak it; answers the server's own questions with settings that need no network.</summary>
internal sealed class LanguageServerConnection
{
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode?>> _waiting = new();
    private readonly Lock _writing = new();
    private readonly Stream _input;
    private readonly Stream _output;
    private readonly Action<JsonNode> _onDiagnostics;
    private int _lastId;

    public LanguageServerConnection(Stream input, Stream output, Action<JsonNode> onDiagnostics)
    {
        _input = input;
        _output = output;
        _onDiagnostics = onDiagnostics;
        new Thread(ReadAll) { IsBackground = true }.Start();
    }

    /// <summary>Asks the server; the task ends with its answer.</summary>
    public Task<JsonNode?> RequestAsync(string method, JsonObject parameters)
    {
        var id = Interlocked.Increment(ref _lastId);
        var source = new TaskCompletionSource<JsonNode?>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[id] = source;
        Send(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id, ["method"] = method, ["params"] = parameters });
        return source.Task;
    }

    /// <summary>Tells the server.</summary>
    public void Notify(string method, JsonObject parameters) =>
        Send(new JsonObject { ["jsonrpc"] = "2.0", ["method"] = method, ["params"] = parameters });

    private void Send(JsonObject message)
    {
        var body = Encoding.UTF8.GetBytes(message.ToJsonString());
        lock (_writing)
        {
            _input.Write(Encoding.ASCII.GetBytes($"Content-Length: {body.Length}\r\n\r\n"));
            _input.Write(body);
            _input.Flush();
        }
    }

    private void ReadAll()
    {
        while (ReadMessage() is { } message)
        {
            Take(message);
        }
    }

    private JsonNode? ReadMessage()
    {
        var length = 0;
        for (var line = ReadLine(); line is not ""; line = ReadLine())
        {
            if (line is null)
            {
                return null;
            }

            if (line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
            {
                length = int.Parse(line["Content-Length:".Length..], System.Globalization.CultureInfo.InvariantCulture);
            }
        }

        var body = new byte[length];
        _output.ReadExactly(body);
        return JsonNode.Parse(body);
    }

    private string? ReadLine()
    {
        var line = new StringBuilder();
        for (var value = _output.ReadByte(); value != '\n'; value = _output.ReadByte())
        {
            if (value < 0)
            {
                return null;
            }

            line.Append((char)value);
        }

        return line.ToString().TrimEnd('\r');
    }

    private void Take(JsonNode message)
    {
        var method = message["method"]?.GetValue<string>();
        if (method is null)
        {
            if (_waiting.TryRemove(message["id"]!.GetValue<int>(), out var source))
            {
                source.SetResult(message["result"]?.DeepClone());
            }
        }
        else if (message["id"] is { } id)
        {
            Send(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id.DeepClone(), ["result"] = Answer(method, message["params"]) });
        }
        else if (method == "textDocument/publishDiagnostics")
        {
            _onDiagnostics(message["params"]!);
        }
    }

    // The schema store is a list of schemas on the network; without it the server asks for none.
    private static JsonArray? Answer(string method, JsonNode? parameters) => method == "workspace/configuration"
        ? new JsonArray([.. parameters!["items"]!.AsArray().Select(item => SettingsOf(item!["section"]?.GetValue<string>()))])
        : null;

    private static JsonNode? SettingsOf(string? section) => section == "yaml"
        ? JsonNode.Parse("""{ "validate": true, "hover": true, "completion": true, "schemaStore": { "enable": false } }""")
        : null;
}
