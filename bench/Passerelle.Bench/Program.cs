using Passerelle.Bench;

// bin/bench is the way in; for «web» it publishes the application and makes the PostgreSQL server first.
switch (args)
{
    case ["empty", var url]:
        await EmptyServer.Run(url);
        return 0;
    case ["web", .. var options]:
        await WebBench.Run(WebOptions.Of(options));
        return 0;
    case ["translation", .. var options]:
        await TranslationBench.Run(options);
        return 0;
    case ["recruitment", .. var options]:
        await RecruitmentBench.Run(WebOptions.Of(options));
        return 0;
    default:
        Console.Error.WriteLine("bin/bench web [--seconds N] [--only sqlite|postgres]\nbin/bench translation [--part kernel|tmx|queue] [--pairs N] [--only sqlite|postgres]\nbin/bench recruitment [--only sqlite|postgres]");
        return 2;
}
