namespace Passerelle.Projects;

/// <summary>Where a stage stands on the board, in this order.</summary>
public enum BoardColumn
{
    Planned,
    Underway,

    /// <summary>Under way, and nobody has said yet that its condition is true.</summary>
    Gate,
    Ended,
}

/// <summary>What a card can be asked on the board.</summary>
public enum BoardAct
{
    Begin,
    PassGate,
    Close,
    Reopen,
}

/// <summary>A way off a card's column. One that asks something first has a page of its own.</summary>
public sealed record BoardMove(BoardAct Act, BoardColumn To, bool Asks = false);

/// <summary>The stages of a project in columns, and where each card can go.</summary>
public static class StageBoard
{
    public static bool IsGateShut(this Stage stage) => stage.IsOpen && !stage.Gate.IsEmpty && stage.GatePassedAt is null;

    public static BoardColumn Column(this Stage stage) =>
        !stage.IsOpen ? BoardColumn.Ended
        : stage.State == StageState.Planned ? BoardColumn.Planned
        : stage.IsGateShut() ? BoardColumn.Gate
        : BoardColumn.Underway;

    /// <param name="guides">Whether the reader moves the project's stages.</param>
    /// <param name="reader">Who keeps a gate opens it, and does no more.</param>
    public static IEnumerable<BoardMove> Moves(this StagePlan plan, Stage stage, bool guides, Guid? reader)
    {
        if (stage.IsGateShut() && stage.GateKeeper is { } keeper && keeper == reader)
        {
            yield return new(BoardAct.PassGate, stage.State == StageState.Planned ? BoardColumn.Planned : BoardColumn.Underway);
        }

        if (!guides)
        {
            yield break;
        }

        if (!stage.IsOpen)
        {
            yield return new(BoardAct.Reopen, stage.BegunOn is null ? BoardColumn.Planned : stage.Gate.IsEmpty || stage.GatePassedAt is not null ? BoardColumn.Underway : BoardColumn.Gate);
            yield break;
        }

        if (stage.State == StageState.Planned)
        {
            yield return new(BoardAct.Begin, stage.IsGateShut() ? BoardColumn.Gate : BoardColumn.Underway);
        }

        yield return new(BoardAct.Close, BoardColumn.Ended, Asks: stage.IsGateShut() || plan.Before(stage.Id).Any(b => b.IsOpen));
    }
}
