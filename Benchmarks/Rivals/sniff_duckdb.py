"""How a delimited file is written and what its columns are."""

import sys
from work import need

duckdb = need("duckdb")
duckdb.connect(config={"threads": 1}).execute("SELECT Columns FROM sniff_csv(?)", [sys.argv[1]]).fetchall()
