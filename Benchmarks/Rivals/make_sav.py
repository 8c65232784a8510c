"""An SPSS file of a score and ratings, some missing."""

import random
import sys
from work import need

pyreadstat = need("pyreadstat")
pandas = need("pandas")
path, rows, columns = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
random.seed(1)
frame = pandas.DataFrame(
    {
        "score" if column == 0 else f"driver{column}": [
            None if random.random() < 0.05 else float(random.randint(0 if column == 0 else 1, 10)) for _ in range(rows)
        ]
        for column in range(columns)
    }
)
pyreadstat.write_sav(frame, path)
