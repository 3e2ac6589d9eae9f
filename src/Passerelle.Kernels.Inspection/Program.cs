using Passerelle.Kernels.Inspection.Workers;

return args switch
{
    ["serve"] => InspectionWorker.Serve(),
    ["measure", var path] => await Measurement.Of(path),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Passerelle.Kernels.Inspection measure FILE");
    return 2;
}
