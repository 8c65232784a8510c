"""The package dominance-analysis; it needs scikit-learn and, in its release, numpy below 2."""

import io
import sys
from contextlib import redirect_stdout
from work import need, timed

pandas = need("pandas")
dominance = need("dominance_analysis")
frame = pandas.read_csv(sys.argv[1], header=None)
frame.columns = [f"d{index}" for index in range(frame.shape[1] - 1)] + ["outcome"]


def analysis():
    with redirect_stdout(io.StringIO()):
        dominance.Dominance(
            data=frame, target="outcome", objective=1, top_k=frame.shape[1] - 1
        ).incremental_rsquare()


timed(analysis)
