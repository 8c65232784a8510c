#!/usr/bin/env python3
"""LMG shares of nearly collinear columns in exact rational arithmetic (fractions). Writes near_collinear.json.

Columns are doubles or small whole numbers, written as they are; every sum, every sub-model's R2 and every average of
increments is exact, and rounded once, to 30 digits.
"""
import json
import random
from fractions import Fraction
from itertools import combinations
from math import factorial

import mpmath

mpmath.mp.dps = 40


def r_squared(cov, drivers, outcome):
    rows = [[cov[i][j] for j in drivers] + [cov[i][outcome]] for i in drivers]
    explained = Fraction(0)
    for k in range(len(drivers)):
        pivot = rows[k][k]
        if pivot == 0:
            continue
        explained += rows[k][-1] ** 2 / pivot
        for i in range(k + 1, len(drivers)):
            factor = rows[i][k] / pivot
            rows[i] = [a - factor * b for a, b in zip(rows[i], rows[k])]
    return explained / cov[outcome][outcome]


def lmg(columns):
    exact = [[Fraction(x) for x in column] for column in columns]
    n, p = len(exact[0]), len(exact) - 1
    means = [sum(column) / n for column in exact]
    centred = [[x - m for x in column] for column, m in zip(exact, means)]
    cov = [[sum(a * b for a, b in zip(u, v)) for v in centred] for u in centred]
    value = {s: r_squared(cov, s, p) for k in range(p + 1) for s in combinations(range(p), k)}
    shares = []
    for j in range(p):
        others = [i for i in range(p) if i != j]
        share = Fraction(0)
        for k in range(p):
            weight = Fraction(factorial(k) * factorial(p - 1 - k), factorial(p))
            for s in combinations(others, k):
                share += weight * (value[tuple(sorted(s + (j,)))] - value[s])
        shares.append(share)
    return shares


def text(x):
    return mpmath.nstr(mpmath.mpf(x.numerator) / x.denominator, 30)


random.seed(2026)
cases = []
for name, size in [("oneInAHundredThousand", 1e-5), ("oneInTenMillion", 1e-7), ("oneInABillion", 1e-9)]:
    a = [random.gauss(5, 2) for _ in range(40)]
    b = [x + size * random.gauss(0, 1) for x in a]
    c = [x + y + size * random.gauss(0, 1) for x, y in zip(a, [random.gauss(0, 1) for _ in a])]
    d = [u - v + size * random.gauss(0, 3) for u, v in zip(c, a)]
    y = [0.5 * u + 0.3 * v + (w - u) / size * 0.2 + random.gauss(0, 1) for u, v, w in zip(a, c, b)]
    cases.append((name, [a, b, c, d, y]))
ratings = [[random.randint(0, 10) for _ in range(60)] for _ in range(3)]
copy = list(ratings[0])
copy[7] = 10 - copy[7] if copy[7] != 5 else 6
total = [u + v for u, v in zip(ratings[0], ratings[1])]
total[11] += 1
score = [round(0.4 * u + 0.3 * v + 0.2 * w + random.gauss(0, 1)) for u, v, w in zip(*ratings)]
cases.append(("ratingsCopiedButForOne", ratings + [copy, total, score]))
origin = [[1e8 + x for x in column] for column in cases[0][1][:2]] + [cases[0][1][4]]
cases.append(("farFromTheOrigin", origin))
json.dump(
    {name: {"columns": columns, "lmg": [text(s) for s in lmg(columns)]} for name, columns in cases},
    open(__file__.replace(".py", ".json"), "w"), indent=1)
