extension Schema {
  /// What version 2 adds: comments, headers that were not stored, pseudonyms and erasures.
  static let privacyTables = """
    ALTER TABLE rejectedRow ADD COLUMN respondent TEXT;

    CREATE TABLE importHeader (
      import INTEGER NOT NULL REFERENCES import,
      position INTEGER NOT NULL,
      header TEXT NOT NULL,
      PRIMARY KEY (import, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE commentQuestion (
      id TEXT PRIMARY KEY,
      header TEXT NOT NULL,
      label TEXT NOT NULL
    ) STRICT;

    CREATE TABLE comment (
      response INTEGER NOT NULL REFERENCES response,
      question TEXT NOT NULL REFERENCES commentQuestion,
      text TEXT NOT NULL,
      PRIMARY KEY (response, question)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE privacy (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      isPseudonymised INTEGER NOT NULL CHECK (isPseudonymised IN (0, 1)),
      keyCheck TEXT
    ) STRICT;

    CREATE TABLE erasedRespondent (pseudonym TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

    CREATE TABLE erasure (
      id INTEGER PRIMARY KEY,
      erasedOn TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d', 'now')),
      responses INTEGER NOT NULL
    ) STRICT;
    """
}
