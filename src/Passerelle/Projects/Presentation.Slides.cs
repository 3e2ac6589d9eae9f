using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects;

public sealed partial class Presentation
{
    /// <summary>Every version in every language; none is ever overwritten.</summary>
    public List<Slides> Slides { get; private set; } = [];

    /// <summary>Everybody may see what was shown; only ever true once it was given.</summary>
    public bool SlidesPublic { get; private set; }

    /// <summary>The last version in a language.</summary>
    public Slides? Current(string language) => Slides.Where(s => s.Language == language).MaxBy(s => s.Number);

    /// <summary>A new version, as a file or at a public address. One that replaces another takes «ready» back.</summary>
    public Slides Upload(Guid id, string language, Guid? file, string? address, Act act)
    {
        MustBeOpen();
        if (!Language.Official.Contains(language))
        {
            throw new RuleBroken(T("rule.slides.language"), "language");
        }

        if (file is null == address is null)
        {
            throw new RuleBroken(T("rule.slides.one"), "file");
        }

        if (address is not null && !PublicAddress.Is(address))
        {
            throw new RuleBroken(T("rule.proof.private"), "address");
        }

        var slides = new Slides
        {
            Id = id,
            PresentationId = Id,
            Language = language,
            Number = (Current(language)?.Number ?? 0) + 1,
            FileId = file,
            Address = address,
            UploadedBy = act.Person,
            UploadedAt = act.At,
        };
        Slides.Add(slides);
        Record(act, "presentation.slides-added", data: [("language", language), ("number", slides.Number.ToString(System.Globalization.CultureInfo.InvariantCulture))]);
        if (State == PresentationState.Ready)
        {
            TakeBack(act);
        }

        return slides;
    }

    /// <summary>Shows what was shown to everybody, or to nobody but its readers any more.</summary>
    public void Publish(bool isPublic, Act act)
    {
        if (State != PresentationState.Given)
        {
            throw new RuleBroken(T("rule.slides.notgiven"));
        }

        if (SlidesPublic != isPublic)
        {
            SlidesPublic = isPublic;
            Record(act, isPublic ? "presentation.slides-published" : "presentation.slides-withdrawn", isPublic: true);
        }
    }
}

/// <summary>One version of the slides in one language.</summary>
public sealed class Slides
{
    public required Guid Id { get; init; }
    public required Guid PresentationId { get; init; }
    public required string Language { get; init; }

    /// <summary>From 1, for each language.</summary>
    public required int Number { get; init; }
    public Guid? FileId { get; init; }
    public string? Address { get; init; }
    public Guid? UploadedBy { get; init; }
    public required DateTimeOffset UploadedAt { get; init; }

    /// <summary>This version was on the screen.</summary>
    public bool Shown { get; internal set; }
}
