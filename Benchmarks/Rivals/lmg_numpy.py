"""All sub-models in batches of equal size with numpy, then the Shapley weights."""

import sys
from work import need, timed

np = need("numpy")
from itertools import combinations
from math import factorial

data = np.loadtxt(sys.argv[1], delimiter=",")
R = np.corrcoef(data, rowvar=False)
p = R.shape[0] - 1


def shares():
    fit = np.zeros(1 << p)
    powers = 1 << np.arange(p)
    for size in range(1, p + 1):
        sets = np.array(list(combinations(range(p), size)))
        for start in range(0, len(sets), 20000):
            part = sets[start : start + 20000]
            inside = R[part[:, :, None], part[:, None, :]]
            cross = R[part, p]
            solved = np.linalg.solve(inside, cross[:, :, None])[:, :, 0]
            fit[powers[part].sum(axis=1)] = (solved * cross).sum(axis=1)
    masks = np.arange(1 << p)
    sizes = np.array([bin(mask).count("1") for mask in masks])
    ways = np.array([factorial(k) * factorial(p - 1 - k) / factorial(p) for k in range(p)])
    without = [masks[(masks >> j) & 1 == 0] for j in range(p)]
    return [(ways[sizes[w]] * (fit[w | (1 << j)] - fit[w])).sum() for j, w in enumerate(without)]


timed(shares)
