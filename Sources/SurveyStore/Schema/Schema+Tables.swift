extension Schema {
  /// What version 3 adds: the themes of drivers.
  static let themes = "ALTER TABLE question ADD COLUMN theme TEXT;"

  /// What version 4 adds: how many decimals the answers to a question may have.
  static let decimals = """
    ALTER TABLE question ADD COLUMN decimals INTEGER NOT NULL DEFAULT 0 CHECK (decimals BETWEEN 0 AND 2);
    """

  /// The tables of version 1; the columns of the questions are added to `response` as questions become known.
  static let initialTables = """
    CREATE TABLE survey (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      title TEXT NOT NULL,
      language TEXT NOT NULL,
      isSimulated INTEGER NOT NULL CHECK (isSimulated IN (0, 1))
    ) STRICT;

    CREATE TABLE question (
      id TEXT PRIMARY KEY,
      position INTEGER NOT NULL UNIQUE CHECK (position >= 1),
      kind TEXT NOT NULL CHECK (kind IN ('rating', 'segment')),
      isOutcome INTEGER NOT NULL CHECK (isOutcome IN (0, 1)),
      header TEXT NOT NULL,
      label TEXT NOT NULL,
      scaleMinimum INTEGER,
      scaleMaximum INTEGER,
      isReversed INTEGER NOT NULL DEFAULT 0 CHECK (isReversed IN (0, 1)),
      CHECK ((kind = 'rating') = (scaleMinimum IS NOT NULL)),
      CHECK ((kind = 'rating') = (scaleMaximum IS NOT NULL)),
      CHECK (scaleMinimum < scaleMaximum)
    ) STRICT;

    CREATE TABLE questionLabel (
      question TEXT NOT NULL REFERENCES question,
      language TEXT NOT NULL,
      label TEXT NOT NULL,
      PRIMARY KEY (question, language)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE valueLabel (
      question TEXT NOT NULL REFERENCES question,
      code TEXT NOT NULL,
      language TEXT NOT NULL,
      position INTEGER NOT NULL,
      label TEXT NOT NULL,
      PRIMARY KEY (question, code, language)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE import (
      id INTEGER PRIMARY KEY,
      fileName TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      importedAt TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
      rowsRead INTEGER NOT NULL DEFAULT 0,
      rowsStored INTEGER NOT NULL DEFAULT 0,
      rowsRejected INTEGER NOT NULL DEFAULT 0,
      replacedBy INTEGER REFERENCES import DEFERRABLE INITIALLY DEFERRED
    ) STRICT;

    CREATE UNIQUE INDEX importOfFile ON import (sha256) WHERE replacedBy IS NULL;

    CREATE TABLE importWave (
      import INTEGER NOT NULL REFERENCES import,
      wave TEXT,
      responses INTEGER NOT NULL,
      UNIQUE (import, wave)
    ) STRICT;

    CREATE TABLE importColumn (
      import INTEGER NOT NULL REFERENCES import,
      question TEXT NOT NULL REFERENCES question,
      header TEXT,
      answered INTEGER NOT NULL,
      skipped INTEGER NOT NULL,
      notShown INTEGER NOT NULL,
      dontKnow INTEGER NOT NULL,
      PRIMARY KEY (import, question)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE rejectedRow (
      import INTEGER NOT NULL REFERENCES import,
      line INTEGER NOT NULL,
      "column" TEXT,
      code TEXT NOT NULL,
      cell TEXT,
      summary TEXT NOT NULL
    ) STRICT;

    CREATE TABLE diagnostic (
      import INTEGER NOT NULL REFERENCES import,
      severity TEXT NOT NULL CHECK (severity IN ('error', 'warning', 'note')),
      code TEXT NOT NULL,
      line INTEGER,
      "column" INTEGER,
      summary TEXT NOT NULL,
      excerpt TEXT,
      fix TEXT
    ) STRICT;

    CREATE TABLE diagnosticCount (
      import INTEGER NOT NULL REFERENCES import,
      code TEXT NOT NULL,
      count INTEGER NOT NULL,
      PRIMARY KEY (import, code)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE response (
      response INTEGER PRIMARY KEY,
      import INTEGER NOT NULL REFERENCES import,
      line INTEGER,
      respondent TEXT,
      wave TEXT,
      date TEXT,
      weight REAL CHECK (weight >= 0),
      missing TEXT CHECK (missing NOT GLOB '*[^.snd]*')
    ) STRICT;
    """
}
