using PromptLab.Host.Commands;

return await CommandLine.RunAsync(args, new Terminal(Console.Out, Console.Error));
