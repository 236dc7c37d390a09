using System.Collections.Generic;
using System.IO;
using System.Xml;
using FirstTry.Graph;

namespace FirstTry.Engine.Builtins;

/// <summary>Finds XML files that are not well-formed. Nothing outside of a file is read for it.</summary>
internal sealed class CheckXml : ContentCheck
{
    private static readonly string[] Kinds =
    [
        "*.{xml,xsd,xsl,xslt,xaml,xhtml,svg,plist,wsdl,rng,rss,atom,resx,nuspec,props,targets,pom}",
        "*.{csproj,fsproj,vbproj,vcxproj,proj,slnx}",
    ];

    /// <inheritdoc />
    public override string Name => "check-xml";

    /// <inheritdoc />
    public override IReadOnlyList<string> DefaultFiles => Kinds;

    /// <inheritdoc />
    protected override bool ReadsBinary => true;

    /// <inheritdoc />
    protected override void Inspect(RepoPath path, byte[] content, BuiltinContext context, Findings findings)
    {
        // A document may declare entities of its own; a limit keeps a small file from growing without end.
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Parse,
            MaxCharactersFromEntities = 10_000_000,
            XmlResolver = null,
        };
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(content), settings);
            while (reader.Read())
            {
                context.CancellationToken.ThrowIfCancellationRequested();
            }
        }
        catch (XmlException exception)
        {
            findings.Add(path, exception.LineNumber, exception.Message);
        }
    }
}
