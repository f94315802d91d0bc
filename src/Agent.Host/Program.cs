using PromptLab.Host.Commands;

return await CommandLine.RunAsync(args);
