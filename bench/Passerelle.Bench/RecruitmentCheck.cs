using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using Passerelle.Platform.Data;
using Passerelle.Platform.Email;
using Passerelle.Recruitment;

namespace Passerelle.Bench;

/// <summary>Looks in the database, in the mails and through the candidates' links whether anything that was sent was lost or changed.</summary>
internal static class RecruitmentCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private const int OneIn = 10;
    private const int Three = 3;

    /// <summary>Waits until no mail is due; how long that took.</summary>
    public static async Task<TimeSpan> MailsLeft(string folder, string? connection)
    {
        var clock = Stopwatch.StartNew();
        await DataSet.With(folder, connection, async db =>
        {
            while (clock.Elapsed < Patience && await db.Set<QueuedMail>().AnyAsync(m => m.SentAt == null && m.Attempts < QueuedMail.MostAttempts))
            {
                await Task.Delay(250);
            }
        });
        return clock.Elapsed;
    }

    public static Task NothingLost(string folder, string? connection, IReadOnlyList<Applicant> applicants) => DataSet.With(folder, connection, async db =>
    {
        var emails = applicants.Select(a => a.Email).ToList();
        var applications = await db.Set<Application>().AsNoTracking().Include(a => a.AllDocuments).Where(a => emails.Contains(a.Email)).AsSplitQuery().ToDictionaryAsync(a => a.Email);
        var ids = applications.Values.Select(a => (Guid?)a.Id).ToList();
        var mails = (await db.Set<QueuedMail>().AsNoTracking().Where(m => ids.Contains(m.About)).OrderBy(m => m.Id).ToListAsync()).ToLookup(m => m.About!.Value);
        var found = new Tally();
        foreach (var applicant in applicants)
        {
            if (applications.GetValueOrDefault(applicant.Email) is { } application)
            {
                await Look(found, folder, applicant, application, [.. mails[application.Id]]);
            }
        }

        var numbers = applications.Values.Where(a => a.State == ApplicationState.Sent).Select(a => a.Number ?? 0).Order().ToList();
        var expected = Enumerable.Range(numbers.Count == 0 ? 0 : numbers[0], applicants.Count);
        var documents = applicants.Count * Three;
        var fetched = applicants.Count(a => a.Number % OneIn == 0) * Three;
        Report.Hold("applications received, each number once", numbers.SequenceEqual(expected), $"{numbers.Count}, numbers {numbers.FirstOrDefault()} to {numbers.LastOrDefault()}", $"{applicants.Count}");
        Report.Hold("documents kept, with the SHA-256 of what was sent", found.Documents == documents && found.Equal == documents, $"{found.Equal} of {found.Documents}", $"{documents}");
        Report.Hold("receipts sent that name all three SHA-256", found.Receipts == applicants.Count, $"{found.Receipts}", $"{applicants.Count}");
        Report.Hold("copies sent to the Director with all three files, to the byte", found.Copies == applicants.Count, $"{found.Copies}", $"{applicants.Count}");
        Report.Hold("documents fetched through the candidates' links, to the byte", found.Fetched == fetched, $"{found.Fetched}", $"{fetched}, of one candidate in {OneIn}");
        Report.Say($"- to know: letters whose language was recognised: {found.Recognised} of {2 * applicants.Count}; mails given up or waiting: {mails.SelectMany(m => m).Count(m => m.SentAt is null)}");
    });

    private static async Task Look(Tally found, string folder, Applicant applicant, Application application, IReadOnlyList<QueuedMail> mails)
    {
        var papers = Enum.GetValues<Paper>().Select(p => Papers.Of(applicant.Number, p)).ToList();
        var hashes = papers.Select(Papers.Sha256).ToList();
        found.Documents += application.AllDocuments.Count;
        foreach (var document in application.Documents)
        {
            var paper = document.Slot == DocumentSlot.Cv ? Paper.Cv : document.Languages is ["fr"] ? Paper.French : Paper.Dutch;
            found.Equal += document.Sha256 == hashes[(int)paper] ? 1 : 0;
            found.Recognised += document.Slot == DocumentSlot.Letter && document.Detected.SequenceEqual(document.Languages) ? 1 : 0;
            if (applicant.Number % OneIn == 0)
            {
                found.Fetched += (await applicant.Document(document.Id)).SequenceEqual(papers[(int)paper]) ? 1 : 0;
            }
        }

        found.Receipts += mails.Where(m => m.To == applicant.Email && m.SentAt is not null).Skip(1).LastOrDefault() is { } receipt && await Names(folder, receipt, hashes) ? 1 : 0;
        found.Copies += mails.SingleOrDefault(m => m.Attached is not null) is { SentAt: not null } copy && copy.Id == application.CopyMail && await Carries(folder, copy, hashes) ? 1 : 0;
    }

    private static async Task<bool> Names(string folder, QueuedMail mail, List<string> hashes) =>
        (await Read(folder, mail)).HtmlBody is { } text && hashes.TrueForAll(h => text.Contains(h, StringComparison.Ordinal));

    private static async Task<bool> Carries(string folder, QueuedMail mail, List<string> hashes)
    {
        var message = await Read(folder, mail);
        List<string> carried = [];
        foreach (var part in message.Attachments.OfType<MimePart>())
        {
            using var bytes = new MemoryStream();
            await part.Content!.DecodeToAsync(bytes);
            carried.Add(Papers.Sha256(bytes.ToArray()));
        }

        return carried.Order(StringComparer.Ordinal).SequenceEqual(hashes.Order(StringComparer.Ordinal));
    }

    private static Task<MimeMessage> Read(string folder, QueuedMail mail) => new MailFolder(new DataFolder(folder)).Read(mail.Id)!;

    private sealed class Tally
    {
        public int Documents { get; set; }
        public int Equal { get; set; }
        public int Recognised { get; set; }
        public int Fetched { get; set; }
        public int Receipts { get; set; }
        public int Copies { get; set; }
    }
}
