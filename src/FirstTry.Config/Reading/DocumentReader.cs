using System;
using System.Collections.Generic;
using System.IO;
using FirstTry.Config.Problems;
using FirstTry.Graph;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace FirstTry.Config.Reading;

/// <summary>
/// Turns the events of one YAML document into nodes. Events, because the library's own tree overflows the stack on deep nesting
/// and its deserializer needs reflection.
/// </summary>
internal sealed partial class DocumentReader
{
    /// <summary>How many lists and maps may lie within each other.</summary>
    public const int MaxDepth = 64;

    /// <summary>How many nodes the aliases of a file may stand for: no sensible file comes near, and a "billion laughs" stops here.</summary>
    public const int MaxAliasedNodes = 100_000;

    private const string StandardTags = "tag:yaml.org,2002:";

    private readonly ConfigSource _source;
    private readonly ProblemList _problems;
    private readonly Parser _parser;
    private readonly Dictionary<string, Node?> _anchors = new(StringComparer.Ordinal);
    private long _aliasedNodes;

    private DocumentReader(ConfigSource source, ProblemList problems)
    {
        _source = source;
        _problems = problems;
        _parser = new Parser(new SteadyScanner(new StringReader(source.Text)));
    }

    /// <summary>Reads the document of a file; problems go to <paramref name="problems"/>.</summary>
    /// <returns>The root; null when the file holds nothing, and false when it cannot be read to its end.</returns>
    public static (Node? Root, bool IsComplete) Read(ConfigSource source, ProblemList problems)
    {
        source = WithoutByteOrderMark(source);
        if (CharacterCheck.FindForbidden(source.Text) is { } place)
        {
            var character = ((int)source.Text[place.Index]).ToString("X4", System.Globalization.CultureInfo.InvariantCulture);
            problems.Add(
                Rules.NotYaml,
                source,
                place.Span,
                $"The file holds the control character U+{character}, which YAML does not allow. Remove it, or save the file as UTF-8.");
            return (null, false);
        }

        try
        {
            return (new DocumentReader(source, problems).ReadStream(), true);
        }
        catch (YamlException exception)
        {
            var tab = TabIndentation.Find(source.Text, exception);
            problems.Add(Rules.NotYaml, source, tab ?? ToSpan(exception.Start, exception.End), SyntaxMessage.For(exception, tab is not null));
            return (null, false);
        }
        catch (UnreadableException)
        {
            return (null, false);
        }
    }

    private static ConfigSource WithoutByteOrderMark(ConfigSource source) =>
        source.Text.Length > 0 && source.Text[0] == '\uFEFF' ? source with { Text = source.Text.Substring(1) } : source;

    private Node? ReadStream()
    {
        Node? root = null;
        var documents = 0;
        while (Next())
        {
            if (_parser.Current is DocumentStart start && ++documents == 2)
            {
                _problems.Add(
                    Rules.SecondDocument,
                    _source,
                    ToSpan(start.Start, start.End),
                    "A second document starts here, and a config is one document. Remove the '---' and what follows, or move it to the first document.");
                return root;
            }

            if (_parser.Current is NodeEvent or AnchorAlias)
            {
                root = ReadNode(1);
            }
        }

        return root is ScalarNode { Kind: ScalarKind.Null } ? null : root;
    }

    private ParsingEvent Current => _parser.Current!;

    private bool Next()
    {
        var last = _parser.Current?.End ?? Mark.Empty;
        try
        {
            return _parser.MoveNext();
        }
        catch (Exception exception) when (exception is not YamlException)
        {
            // The library leaves its own lookahead in a state that it does not expect, for instance on "{a:#b": an InvalidOperationException.
            throw NotYaml(last);
        }
    }

    private Node ReadNode(int depth)
    {
        if (Current is AnchorAlias alias)
        {
            return ReadAlias(alias, depth);
        }

        if (Current is not NodeEvent start)
        {
            // The library can end a list of lists twice, for instance on "- - :" before a line without indentation.
            throw NotYaml(Current.Start);
        }

        if (!start.Tag.IsEmpty)
        {
            ReportTag(start);
        }

        if (start is not Scalar && depth > MaxDepth)
        {
            throw Unreadable(
                Rules.TooDeep,
                StartOf(start),
                $"Lists and maps lie more than {MaxDepth} levels deep here. Flatten the file: no key of it needs more than 8.");
        }

        if (start.Anchor.IsEmpty)
        {
            return ReadContent(start, depth);
        }

        // Known but without a node while it is read: an alias in there would contain itself.
        _anchors[start.Anchor.Value] = null;
        var node = ReadContent(start, depth);
        if (_anchors[start.Anchor.Value] is null)
        {
            // Unless something within the node took over the name: the anchor that starts last counts.
            _anchors[start.Anchor.Value] = node;
        }

        return node;
    }

    private Node ReadContent(NodeEvent start, int depth) => start switch
    {
        Scalar scalar => ReadScalar(scalar),
        SequenceStart => ReadSequence(start, depth),
        _ => ReadMapping(start, depth),
    };

    private ScalarNode ReadScalar(Scalar scalar) => new(
        _source,
        ToSpan(scalar.Start, scalar.End),
        scalar.Value,
        scalar.Style == ScalarStyle.Plain,
        (int)scalar.Start.Index,
        (int)scalar.End.Index)
    {
        IsBroken = !scalar.Tag.IsEmpty,
    };

    private SequenceNode ReadSequence(NodeEvent start, int depth)
    {
        var sequence = new SequenceNode(_source, StartOf(start));
        while (Next() && Current is not SequenceEnd)
        {
            sequence.Add(ReadNode(depth + 1));
        }

        return sequence;
    }

    private Node ReadAlias(AnchorAlias alias, int depth)
    {
        var span = ToSpan(alias.Start, alias.End);
        var name = alias.Value.Value;
        if (!_anchors.TryGetValue(name, out var node) || node is null)
        {
            ReportAlias(span, name);
            return ScalarNode.Broken(_source, span);
        }

        _aliasedNodes += node.Weight;
        if (_aliasedNodes > MaxAliasedNodes)
        {
            throw Unreadable(
                Rules.TooManyAliases,
                span,
                $"The aliases up to {Wording.Quote("*" + name)} stand for more than {MaxAliasedNodes} values. Use fewer of them, or smaller ones.");
        }

        if (depth - 1 + node.Height > MaxDepth)
        {
            throw Unreadable(
                Rules.TooDeep,
                span,
                $"With the alias {Wording.Quote("*" + name)} lists and maps lie more than {MaxDepth} levels deep. Flatten the file: no key of it needs more than 8.");
        }

        return node;
    }

    private void ReportAlias(SourceSpan span, string name)
    {
        var reason = _anchors.ContainsKey(name)
            ? "it stands inside the very value that it names. Write the value out."
            : $"no anchor '&{Wording.Plain(name)}' comes before it. A text that starts with '*' needs quotes: \"*{Wording.Plain(name)}\".";
        _problems.Add(Rules.BadAlias, _source, span, $"The alias {Wording.Quote("*" + name)} leads nowhere: {reason}");
    }

    private void ReportTag(NodeEvent node) => _problems.Add(
        Rules.YamlTag,
        _source,
        TagOf(node),
        $"The tag {Wording.Quote(node.Tag.Value.Replace(StandardTags, "!!"))} means nothing here. Remove it; put quotes around a value that is to be text.");

    private UnreadableException NotYaml(in Mark at) =>
        Unreadable(Rules.NotYaml, ToSpan(at, at), "This is not valid YAML from here on. " + SyntaxMessage.QuotesAdvice);

    private UnreadableException Unreadable(ProblemDescriptor rule, SourceSpan span, string message)
    {
        _problems.Add(rule, _source, span, message);
        return new UnreadableException();
    }
}
