var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/", () => "passerelle");
app.Run();
