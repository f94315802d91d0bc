namespace PromptLab.Data.Databases.Postgres;

/// <summary>The connection broke while a transaction was being committed: it may be stored or not, and is not repeated.</summary>
internal sealed class UncertainCommitException(Exception inner)
    : IOException("The connection to the database broke during a commit.", inner);
