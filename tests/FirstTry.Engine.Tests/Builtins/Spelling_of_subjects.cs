using System;
using System.IO;

namespace FirstTry.Engine.Tests.Builtins;

public sealed class Spelling_of_subjects
{
    [Theory]
    [InlineData("Recieve the mail", "'Recieve' is 'Receive'")]
    [InlineData("fix(parser): seperate the two-fold defualt", "'seperate' is 'separate'")]
    [InlineData("fix(parser): seperate the two-fold defualt", "'defualt' is 'default'")]
    [InlineData("Adresses/paramters, (teh rest)", "'teh' is 'the'")]
    [InlineData("A mark \" that is not closed dosen't hide occured", "'occured' is 'occurred'")]
    public void A_misspelling_is_told_with_what_is_meant(string subject, string words) => Assert.Contains(words, Judge(subject), StringComparison.Ordinal);

    [Theory]
    [InlineData("Receive the mail, separately")]
    [InlineData("Rename `recieve` to \"adress\"")]
    [InlineData("Rename recieve_all, src.recieve, recieveAll, @recieve, x::recieve and recieve()=1")]
    [InlineData("Update the colour and the behaviour, the licence and the behavior")]
    [InlineData("Merge branch 'recieve'")]
    [InlineData("Revert \"Recieve\"")]
    [InlineData("Subject\n\nIn the body recieve is not looked at.\n")]
    [InlineData("# recieve\nSubject")]
    public void Names_bodies_and_right_words_pass(string message) => Assert.Equal("", Judge(message));

    [Fact]
    public void A_word_can_be_allowed() => Assert.Equal("", Judge("Recieve the mail", ("allow", "recieve")));

    [Fact]
    public void Without_a_message_there_is_no_verdict_but_a_failure()
    {
        using var scene = BuiltinScene.Create();

        Assert.Contains("commit-msg", scene.Run("commit-spelling").Output, StringComparison.Ordinal);
    }

    private static string Judge(string message, params (string Name, string Value)[] options)
    {
        using var scene = BuiltinScene.Create("message");
        var file = Path.Combine(scene.Root, "MESSAGE");
        File.WriteAllText(file, message);

        var outcome = scene.Run("commit-spelling", context => context with { MessageFile = file }, options);

        Assert.Equal(outcome.Passed, outcome.Output.Length == 0);
        return outcome.Output;
    }
}
