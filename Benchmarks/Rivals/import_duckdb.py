"""A delimited file into a table of a database on disk, on one thread."""

import sys
from work import need

duckdb = need("duckdb")
database = duckdb.connect(sys.argv[1], config={"threads": 1})
database.execute("CREATE TABLE response AS SELECT * FROM read_csv(?)", [sys.argv[2]])
