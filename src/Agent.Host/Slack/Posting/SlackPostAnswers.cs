using PromptLab.Data.Slack;
using PromptLab.Host.Slack.Work;

namespace PromptLab.Host.Slack.Posting;

/// <summary>Answers posts in Slack's manner: the answer is in the conversation, where the thread is read from.</summary>
internal sealed class SlackPostAnswers(SlackTurns turns, SlackPostRepository posts)
{
    /// <summary>Null when it is done, otherwise when to look again.</summary>
    public async Task<TimeSpan?> AnswerAsync(SlackTaskRow entry, SlackTask task, CancellationToken cancellationToken)
    {
        var result = await turns.AskAsync(
            entry,
            task,
            turn => posts.AnswerByAsync(task.Owner, task.Channel, task.Ts!, turn, cancellationToken),
            (_, _) => Task.CompletedTask,
            cancellationToken);
        switch (result)
        {
            case SlackTurnResult.Later later:
                return later.Wait;
            case SlackTurnResult.Answered { Reply: { Error: { } error } }:
                await FailAsync(error.Message);
                break;
            case SlackTurnResult.Answered { Reply: { Reply.Length: 0 } }:
                await FailAsync("The answer was stopped.");
                break;
            case SlackTurnResult.Refused refused:
                await FailAsync(refused.Text);
                break;
        }

        return null;

        Task FailAsync(string problem) => posts.FailAsync(task.Owner, task.Channel, task.Ts!, problem, cancellationToken);
    }
}
