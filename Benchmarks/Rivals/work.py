"""Times a piece of work in processor seconds of one thread and prints them as the last line."""

import os
import sys
import time

for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"


def need(module):
    """The module, or an end with status 69 where it is not installed."""
    try:
        return __import__(module, fromlist=["_"])
    except Exception:
        sys.exit(69)


def timed(work):
    start = time.process_time()
    work()
    print(time.process_time() - start)
