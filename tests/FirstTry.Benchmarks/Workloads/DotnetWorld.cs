namespace FirstTry.Benchmarks.Workloads;

/// <summary>A .NET solution of three projects: a library, a program and the tests of the library.</summary>
internal static class DotnetWorld
{
    /// <summary>The source of the library.</summary>
    public const string Source = "net/Shop/Prices.cs";

    /// <summary>The tests of the solution.</summary>
    public static WorkCheck Check { get; } = new("net", "cd net && dotnet test Shop.sln --nologo -v q", ["net/**", "!net/**/bin/**", "!net/**/obj/**"], "uses: dotnet-test, root: net, bucket: slow");

    /// <summary>Writes the projects and restores them once.</summary>
    /// <exception cref="BenchmarkException">There is no SDK, or the packages cannot be had.</exception>
    public static void Write(Workplace place)
    {
        const string Settings = "<TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable>";
        place.Write("net/Shop/Shop.csproj", $"<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup>{Settings}</PropertyGroup></Project>\n");
        place.Write(Source, "namespace Shop;\n\npublic static class Prices\n{\n    public static int Of(int count) => 100 + count;\n}\n");
        place.Write(
            "net/Till/Till.csproj",
            $"<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><OutputType>Exe</OutputType>{Settings}</PropertyGroup><ItemGroup><ProjectReference Include=\"../Shop/Shop.csproj\" /></ItemGroup></Project>\n");
        place.Write("net/Till/Program.cs", "System.Console.WriteLine(Shop.Prices.Of(1));\n");
        place.Write(
            "net/Shop.Tests/Shop.Tests.csproj",
            $"<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup>{Settings}</PropertyGroup><ItemGroup><PackageReference Include=\"Microsoft.NET.Test.Sdk\" Version=\"18.0.1\" /><PackageReference Include=\"xunit\" Version=\"2.9.3\" /><PackageReference Include=\"xunit.runner.visualstudio\" Version=\"3.1.5\" /><ProjectReference Include=\"../Shop/Shop.csproj\" /></ItemGroup></Project>\n");
        place.Write("net/Shop.Tests/PricesTests.cs", "using Xunit;\n\nnamespace Shop.Tests;\n\npublic sealed class PricesTests\n{\n    [Fact]\n    public void A_price() => Assert.True(Prices.Of(3) > 100);\n}\n");
        place.Write("net/Shop.sln", Solution());
        place.Tools.AddDotnet();
        place.Run("dotnet", "restore", "net/Shop.sln", "--verbosity", "quiet");
    }

    private static string Solution()
    {
        var text = "Microsoft Visual Studio Solution File, Format Version 12.00\n";
        var (number, configurations) = (0, "");
        foreach (var name in (string[])["Shop", "Till", "Shop.Tests"])
        {
            var id = $"{{00000000-0000-0000-0000-00000000000{++number}}}";
            text += $"Project(\"{{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}}\") = \"{name}\", \"{name}/{name}.csproj\", \"{id}\"\nEndProject\n";
            configurations += $"\t\t{id}.Debug|Any CPU.ActiveCfg = Debug|Any CPU\n\t\t{id}.Debug|Any CPU.Build.0 = Debug|Any CPU\n";
        }

        return text + "Global\n\tGlobalSection(SolutionConfigurationPlatforms) = preSolution\n\t\tDebug|Any CPU = Debug|Any CPU\n\tEndGlobalSection\n"
            + $"\tGlobalSection(ProjectConfigurationPlatforms) = postSolution\n{configurations}\tEndGlobalSection\nEndGlobal\n";
    }
}
