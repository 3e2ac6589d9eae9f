using Mono.Cecil;
using Mono.Cecil.Rocks;

namespace Passerelle.Tests.Platform;

/// <summary>Who may use whom: this table is the law, and what is compiled is held against it.</summary>
public sealed class BoundaryTests
{
    private static readonly string[] Everybody =
    [
        "Territory", "Programme", "Accounts", "Bodies", "Tasks", "Translation", "ActionGroups", "Projects", "Meetings", "Workshops",
        "Institutions", "Communication", "Participation", "Funding", "Recruitment", "Observatory", "Stakeholders", "Reports", "Dashboard",
    ];

    private static readonly Dictionary<string, string[]> May = new()
    {
        ["Platform"] = [],
        ["Territory"] = [],
        ["Programme"] = [],
        ["Accounts"] = ["Territory"],
        ["Bodies"] = ["Territory", "Accounts"],
        ["Tasks"] = ["Accounts"],
        ["Translation"] = ["Accounts"],
        ["ActionGroups"] = ["Programme", "Bodies", "Tasks", "Territory", "Accounts"],
        ["Projects"] = ["ActionGroups", "Programme", "Bodies", "Tasks", "Territory", "Accounts"],
        ["Meetings"] = ["Projects", "ActionGroups", "Bodies", "Tasks", "Territory", "Accounts"],
        ["Workshops"] = ["Meetings", "ActionGroups", "Accounts"],
        ["Institutions"] = ["Meetings", "Projects", "ActionGroups", "Bodies", "Tasks", "Territory", "Accounts"],
        ["Communication"] = ["Meetings", "Projects", "ActionGroups", "Programme", "Tasks", "Accounts"],
        ["Participation"] = ["Projects", "ActionGroups", "Programme", "Territory", "Tasks", "Accounts"],
        ["Funding"] = ["Projects", "ActionGroups", "Programme", "Territory", "Tasks", "Accounts"],
        ["Recruitment"] = ["Territory", "Tasks", "Accounts"],
        ["Observatory"] = ["Territory"],
        ["Stakeholders"] = ["Projects", "ActionGroups", "Programme", "Bodies", "Tasks", "Territory", "Accounts"],
        ["Reports"] = [.. Everybody.Except(["Reports", "Dashboard", "Recruitment", "Workshops"])],
        ["Dashboard"] = [.. Everybody.Except(["Dashboard"])],
    };

    /// <summary>Cookies, one-time links and codes, retries, rate limits, the age of files on disk and what is waited for outside run on the machine's clock, so that moving the demonstration's moves none of them.</summary>
    private static readonly string[] OnTheMachinesClock =
    [
        "Passerelle.Platform.PlatformModule", "Passerelle.Platform.Events.EventPump", "Passerelle.Platform.Email.MailSender", "Passerelle.Platform.Files.Vault",
        "Passerelle.Accounts.SignIns", "Passerelle.Accounts.OnceCodes", "Passerelle.Accounts.OneTimeLink", "Passerelle.Accounts.OldLinks", "Passerelle.Accounts.Contract.SignInLinks",
        "Passerelle.Accounts.Pages.FirstAdministratorPage", "Passerelle.Accounts.Pages.LinkPage", "Passerelle.Participation.FollowAsk",
        "Passerelle.Translation.Machine.MachineModule",
    ];

    /// <summary>The map is one component that every capability gives its values to, so its folder counts as a contract.</summary>
    private const string TheMap = "Passerelle.Territory.Map";

    private static readonly Lazy<List<Use>> Uses = new(ReadUses);

    [Fact]
    public void The_table_names_every_capability_and_has_no_cycle()
    {
        var there = Uses.Value.Select(u => CapabilityOf(u.From)).OfType<string>().Distinct();
        Assert.Empty(there.Except(May.Keys));
        List<string> lower = [];
        while (lower.Count < May.Count)
        {
            var next = May.Where(m => !lower.Contains(m.Key) && m.Value.All(lower.Contains)).Select(m => m.Key).ToList();
            Assert.True(next.Count > 0, "A cycle among: " + string.Join(", ", May.Keys.Except(lower)));
            lower.AddRange(next);
        }
    }

    [Fact]
    public void A_capability_uses_only_those_that_the_table_lets_it_use() =>
        Report(Between().Where(u => CapabilityOf(u.To) != "Platform" && !May[CapabilityOf(u.From)!].Contains(CapabilityOf(u.To))));

    [Fact]
    public void What_a_capability_uses_of_another_is_its_contract_and_only_a_mapping_names_more() =>
        Report(Between().Where(u => CapabilityOf(u.To) != "Platform" && !NamespaceOf(u.To).Split('.').Contains("Contract") && NamespaceOf(u.To) != TheMap
            && !u.From.EndsWith("Mapping", StringComparison.Ordinal)));

    [Fact]
    public void The_platform_knows_no_capability() =>
        Report(Between().Where(u => CapabilityOf(u.From) == "Platform"));

    [Fact]
    public void Only_the_folders_of_the_two_databases_know_their_providers() =>
        Report(Uses.Value.Where(u => (u.Assembly.Contains("Sqlite", StringComparison.Ordinal) || u.Assembly.Contains("Npgsql", StringComparison.Ordinal))
            && !u.From.StartsWith("Passerelle.Platform.Data.", StringComparison.Ordinal)));

    [Fact]
    public void Time_is_told_by_the_clock_of_the_product() =>
        Report(Uses.Value.Where(u => u.Member is "System.DateTime.get_Now" or "System.DateTime.get_UtcNow" or "System.DateTime.get_Today"
            or "System.DateTimeOffset.get_Now" or "System.DateTimeOffset.get_UtcNow"
            || (u.Member == "System.TimeProvider.get_System" && !OnTheMachinesClock.Contains(u.From))));

    private static void Report(IEnumerable<Use> wrong)
    {
        var lines = wrong.Select(u => $"{u.From} → {u.Member ?? u.To}").Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.True(lines.Count == 0, string.Join('\n', lines.Prepend($"{lines.Count} uses against the law:")));
    }

    private static IEnumerable<Use> Between() =>
        Uses.Value.Where(u => CapabilityOf(u.From) is { } from && CapabilityOf(u.To) is { } to && from != to);

    /// <summary>The second part of the namespace; null for Program and Schedule, which compose, and for other libraries.</summary>
    private static string? CapabilityOf(string type) =>
        type.Split('.') is ["Passerelle", var capability, _, ..] && !capability.StartsWith("Kernels", StringComparison.Ordinal) ? capability : null;

    private static string NamespaceOf(string type) => type[..type.LastIndexOf('.')];

    private static List<Use> ReadUses()
    {
        using var module = ModuleDefinition.ReadModule(typeof(Program).Assembly.Location);
        return [.. module.GetAllTypes()
            .Where(t => !Outermost(t).Contains(".Migrations.", StringComparison.Ordinal) && !Outermost(t).Contains(".Compiled", StringComparison.Ordinal))
            .SelectMany(t => Of(t).Select(u => new Use(Outermost(t), u.Type, u.Member, u.Assembly)))
            .Distinct()];
    }

    private static IEnumerable<(string Type, string? Member, string Assembly)> Of(TypeDefinition type)
    {
        List<TypeReference?> named =
        [
            type.BaseType,
            .. type.Interfaces.Select(i => i.InterfaceType),
            .. type.CustomAttributes.Select(a => a.AttributeType),
            .. type.Fields.Select(f => f.FieldType),
            .. type.GenericParameters.SelectMany(g => g.Constraints).Select(c => c.ConstraintType),
        ];
        List<MemberReference> members = [];
        foreach (var method in type.Methods)
        {
            named.AddRange([method.ReturnType, .. method.Parameters.Select(p => p.ParameterType), .. method.GenericParameters.SelectMany(g => g.Constraints).Select(c => c.ConstraintType)]);
            if (!method.HasBody)
            {
                continue;
            }

            named.AddRange(method.Body.Variables.Select(v => v.VariableType));
            foreach (var operand in method.Body.Instructions.Select(i => i.Operand))
            {
                if (operand is TypeReference used)
                {
                    named.Add(used);
                }
                else if (operand is MemberReference member)
                {
                    members.Add(member);
                    named.Add(member.DeclaringType);
                    named.AddRange((member as GenericInstanceMethod)?.GenericArguments ?? []);
                }
            }
        }

        return named.SelectMany(Parts).Select(t => (Outermost(t), (string?)null, t.Scope?.Name ?? ""))
            .Concat(members.Select(m => (Outermost(m.DeclaringType), (string?)$"{m.DeclaringType.FullName}.{m.Name}", m.DeclaringType.Scope?.Name ?? "")));
    }

    private static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Concat(Parts(generic.ElementType)),
        TypeSpecification of => Parts(of.ElementType),
        _ => [type],
    };

    private static string Outermost(TypeReference type)
    {
        while (type.DeclaringType is not null)
        {
            type = type.DeclaringType;
        }

        return type.GetElementType().FullName;
    }

    private sealed record Use(string From, string To, string? Member, string Assembly);
}
