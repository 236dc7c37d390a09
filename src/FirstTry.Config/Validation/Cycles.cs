using System.Collections.Generic;

namespace FirstTry.Config.Validation;

/// <summary>
/// Walks a graph of numbers depth first, without recursion: a config may hold a chain of any length.
/// Gives an order in which everything comes after what it points to, and the circles on the way.
/// </summary>
internal sealed class Cycles
{
    private const byte Open = 1;
    private const byte Done = 2;

    private readonly IReadOnlyList<List<int>> _edges;
    private readonly byte[] _state;
    private readonly List<(int Node, int NextEdge)> _path = [];

    private Cycles(IReadOnlyList<List<int>> edges)
    {
        _edges = edges;
        _state = new byte[edges.Count];
    }

    /// <summary>All numbers, each after those it points to, unless they lie on a circle.</summary>
    public List<int> Order { get; } = [];

    /// <summary>Each circle once, from its smallest number on, without the repetition at the end.</summary>
    public List<int[]> Found { get; } = [];

    public static Cycles Search(IReadOnlyList<List<int>> edges)
    {
        var search = new Cycles(edges);
        for (var i = 0; i < edges.Count; i++)
        {
            search.Walk(i);
        }

        return search;
    }

    private void Walk(int start)
    {
        Enter(start);
        while (_path.Count > 0)
        {
            var (node, edge) = _path[_path.Count - 1];
            if (edge < _edges[node].Count)
            {
                _path[_path.Count - 1] = (node, edge + 1);
                Enter(_edges[node][edge]);
            }
            else
            {
                _state[node] = Done;
                Order.Add(node);
                _path.RemoveAt(_path.Count - 1);
            }
        }
    }

    private void Enter(int node)
    {
        if (_state[node] == Open)
        {
            Found.Add(CircleFrom(node));
        }
        else if (_state[node] != Done)
        {
            _state[node] = Open;
            _path.Add((node, 0));
        }
    }

    private int[] CircleFrom(int node)
    {
        var first = _path.Count - 1;
        while (_path[first].Node != node)
        {
            first--;
        }

        var length = _path.Count - first;
        var smallest = 0;
        for (var i = 1; i < length; i++)
        {
            smallest = _path[first + i].Node < _path[first + smallest].Node ? i : smallest;
        }

        var circle = new int[length];
        for (var i = 0; i < length; i++)
        {
            circle[i] = _path[first + ((smallest + i) % length)].Node;
        }

        return circle;
    }
}
