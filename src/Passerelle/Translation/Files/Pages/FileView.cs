using Passerelle.Platform.Web;

namespace Passerelle.Translation.Files.Pages;

/// <summary>A page with the words of files, which the folder above has others than.</summary>
public abstract class FileView<TSelf, TModel> : Page<TSelf, TModel>
    where TSelf : Page<TSelf, TModel>
{
    protected static string T(string key, params object?[] args) => FileTexts.T(key, args);

    protected static string N(string key, int count, params object?[] args) => FileTexts.N(key, count, args);
}
