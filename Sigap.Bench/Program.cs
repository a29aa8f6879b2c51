using Sigap.Bench;

return await BenchCommands.Run(args);
