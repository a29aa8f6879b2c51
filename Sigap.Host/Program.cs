using Sigap.Host.Startup;

return await SigapCommands.Run(args);
