using System.Buffers.Text;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Passerelle.Tests.Accounts;

/// <summary>A provider of identities: discovery, keys, codes for tokens (it checks secret and PKCE), and who it is. Its answers can be spoilt.</summary>
internal sealed class FakeProvider : HttpMessageHandler
{
    public const string Address = "https://id.example";
    public const string Client = "passerelle-client";
    public const string Secret = "a secret between two";

    private readonly RSA _key = RSA.Create(2048);
    private readonly RSA _foreign = RSA.Create(2048);
    private readonly Dictionary<string, Grant> _grants = new(StringComparer.Ordinal);

    public sealed record Identity(string Subject, string Email, string Given = "Nele", string Family = "Vercruysse");

    public sealed record Spoilt(string? Nonce = null, string? Audience = null, string? Issuer = null, string? UserInfoSubject = null, bool ForeignKey = false, bool Expired = false);

    private sealed record Grant(Identity Who, string Challenge, string Nonce, Spoilt Spoilt);

    public bool Away { get; set; }

    /// <summary>The owner says yes there; the query with which the provider sends the browser back.</summary>
    public string Grants(string authorization, Identity who, Spoilt? spoilt = null)
    {
        var asked = QueryHelpers.ParseQuery(new Uri(authorization).Query);
        Assert.Equal("code", asked["response_type"]);
        Assert.Equal("S256", asked["code_challenge_method"]);
        Assert.Equal(Client, asked["client_id"]);
        var code = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        _grants[code] = new(who, asked["code_challenge"]!, asked["nonce"]!, spoilt ?? new());
        return $"?code={code}&state={Uri.EscapeDataString(asked["state"]!)}";
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Away ? throw new HttpRequestException("No such host") : request.RequestUri!.AbsolutePath switch
        {
            "/.well-known/openid-configuration" => Json(new
            {
                issuer = Address,
                authorization_endpoint = Address + "/authorize",
                token_endpoint = Address + "/token",
                userinfo_endpoint = Address + "/userinfo",
                jwks_uri = Address + "/keys",
                response_types_supported = new[] { "code" },
                subject_types_supported = new[] { "public" },
                id_token_signing_alg_values_supported = new[] { "RS256" },
            }),
            "/keys" => Json(new { keys = new[] { Public() } }),
            "/token" => Token(QueryHelpers.ParseQuery(await request.Content!.ReadAsStringAsync(cancellationToken))),
            "/userinfo" => UserInfo(request.Headers.Authorization!.Parameter!),
            _ => new(HttpStatusCode.NotFound),
        };

    protected override void Dispose(bool disposing)
    {
        _key.Dispose();
        _foreign.Dispose();
        base.Dispose(disposing);
    }

    private HttpResponseMessage Token(Dictionary<string, Microsoft.Extensions.Primitives.StringValues> asked)
    {
        var challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(asked["code_verifier"].ToString())));
        if (asked["client_secret"] != Secret || !_grants.TryGetValue(asked["code"].ToString(), out var grant) || grant.Challenge != challenge)
        {
            return new(HttpStatusCode.BadRequest) { Content = JsonContent.Create(new { error = "invalid_grant" }) };
        }

        var (now, spoilt) = (DateTime.UtcNow, grant.Spoilt);
        var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = spoilt.Issuer ?? Address,
            Audience = spoilt.Audience ?? Client,
            IssuedAt = now.AddHours(spoilt.Expired ? -2 : 0),
            NotBefore = now.AddHours(spoilt.Expired ? -2 : 0),
            Expires = now.AddHours(spoilt.Expired ? -1 : 1),
            Claims = new Dictionary<string, object> { ["sub"] = grant.Who.Subject, ["nonce"] = spoilt.Nonce ?? grant.Nonce },
            SigningCredentials = new(new RsaSecurityKey(spoilt.ForeignKey ? _foreign : _key) { KeyId = "one" }, SecurityAlgorithms.RsaSha256),
        });
        return Json(new { access_token = asked["code"].ToString(), token_type = "Bearer", id_token = token });
    }

    private HttpResponseMessage UserInfo(string access)
    {
        var (who, spoilt) = (_grants[access].Who, _grants[access].Spoilt);
        return Json(new { sub = spoilt.UserInfoSubject ?? who.Subject, email = who.Email, email_verified = true, given_name = who.Given, family_name = who.Family });
    }

    private object Public()
    {
        var key = _key.ExportParameters(false);
        return new { kty = "RSA", use = "sig", alg = "RS256", kid = "one", n = Base64Url.EncodeToString(key.Modulus), e = Base64Url.EncodeToString(key.Exponent) };
    }

    private static HttpResponseMessage Json(object value) => new(HttpStatusCode.OK) { Content = JsonContent.Create(value) };
}
