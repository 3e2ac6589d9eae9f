using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Passerelle.Kernels.Inspection.Workers;

/// <summary>
/// What goes through the pipes: a length of four bytes and as many bytes. A question is the rules (4 + 8 bytes) and the file,
/// an answer is JSON; the first answer, without a question, is empty and says that the worker is ready.
/// </summary>
internal static class Frames
{
    private const int RulesLength = 12;

    /// <summary>Twenty pages of text in the widest letters; a worker that a file has taken over shall not fill this process.</summary>
    private const int MostOfAnswer = 4 << 20;

    /// <summary>Above what an upload can be; a longer one is no question.</summary>
    private const int MostOfQuestion = 256 << 20;

    public static async Task Ask(Stream to, ReadOnlyMemory<byte> file, PdfRules rules)
    {
        var head = new byte[4 + RulesLength];
        BinaryPrimitives.WriteInt32LittleEndian(head, RulesLength + file.Length);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(4), rules.MostPages);
        BinaryPrimitives.WriteInt64LittleEndian(head.AsSpan(8), rules.MostBytes);
        await to.WriteAsync(head);
        await to.WriteAsync(file);
        await to.FlushAsync();
    }

    /// <summary>The next question, or null when nobody asks any more.</summary>
    public static (PdfRules Rules, ReadOnlyMemory<byte> File)? Question(Stream from)
    {
        var head = new byte[4];
        if (from.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length)
        {
            return null;
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(head);
        if (length is < RulesLength or > MostOfQuestion)
        {
            throw new InvalidDataException("A question of an impossible length.");
        }

        var body = new byte[length];
        from.ReadExactly(body);
        var rules = new PdfRules(BinaryPrimitives.ReadInt32LittleEndian(body), BinaryPrimitives.ReadInt64LittleEndian(body.AsSpan(4)));
        return (rules, body.AsMemory(RulesLength));
    }

    public static void Answer(Stream to, PdfInspection? inspection)
    {
        var json = inspection is null ? [] : JsonSerializer.SerializeToUtf8Bytes(inspection, InspectionJson.Default.PdfInspection);
        var frame = new byte[4 + json.Length];
        BinaryPrimitives.WriteInt32LittleEndian(frame, json.Length);
        json.CopyTo(frame, 4);
        to.Write(frame);
        to.Flush();
    }

    /// <summary>The next answer; null is the empty one.</summary>
    public static async Task<PdfInspection?> Answered(Stream from)
    {
        var head = new byte[4];
        await from.ReadExactlyAsync(head);
        var length = BinaryPrimitives.ReadInt32LittleEndian(head);
        if (length is < 0 or > MostOfAnswer)
        {
            throw new InvalidDataException("An answer of an impossible length.");
        }

        var json = new byte[length];
        await from.ReadExactlyAsync(json);
        return length == 0 ? null : JsonSerializer.Deserialize(json, InspectionJson.Default.PdfInspection);
    }
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(PdfInspection))]
internal sealed partial class InspectionJson : JsonSerializerContext;
