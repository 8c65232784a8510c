"""Hard data sets for least squares and shares of R²: correlations of drivers up to 1 - 1e-10, near-duplicates, one factor,
far origins, as many rows as parameters plus one, and weights over six orders of magnitude; with what they must give, in 120 digits.

Columns are doubles, written as they are, so that every number here follows exactly from them. Usage: hard_cases.py > hard_cases.json
"""
from itertools import combinations
from math import factorial
import json
import random

from mpmath import mp, mpf

mp.dps = 120


def text(value):
    return mp.nstr(value, 22)


def texts(values):
    return [text(v) for v in values]


def inverse(matrix):
    return (mp.matrix(matrix) ** -1).tolist()


def dot(u, v):
    return mp.fsum(a * b for a, b in zip(u, v))


def regression(columns, weights):
    """Coefficients, errors and leverages by the normal equations, which 120 digits bear."""
    y, rows = columns[-1], [[mpf(1)] + list(r) for r in zip(*columns[:-1])]
    n, k = len(y), len(rows[0])
    bread = inverse([[mp.fsum(w * r[a] * r[b] for w, r in zip(weights, rows)) for b in range(k)] for a in range(k)])
    cross = [mp.fsum(w * r[a] * v for w, r, v in zip(weights, rows, y)) for a in range(k)]
    b = [dot(line, cross) for line in bread]
    residuals = [v - dot(b, r) for v, r in zip(y, rows)]
    rss = mp.fsum(w * e * e for w, e in zip(weights, residuals))
    total = mp.fsum(weights)
    mean = mp.fsum(w * v for w, v in zip(weights, y)) / total
    tss = mp.fsum(w * (v - mean) ** 2 for w, v in zip(weights, y))
    scores = [[dot(line, r) for line in bread] for r in rows]
    leverages = [w * dot(r, s) for w, r, s in zip(weights, rows, scores)]

    def robust(factor):
        return [
            mp.sqrt(mp.fsum((w * e * s[j]) ** 2 * factor(h) for w, e, s, h in zip(weights, residuals, scores, leverages)))
            for j in range(k)
        ]

    result = {
        "coefficients": texts(b), "rSquared": text(1 - rss / tss),
        "standardErrors": texts(mp.sqrt(rss / (n - k) * bread[j][j]) for j in range(k)),
        "hc0": texts(robust(lambda h: 1)), "hc1": texts(robust(lambda h: mpf(n) / (n - k))),
        "hc2": texts(robust(lambda h: 1 / (1 - h))), "hc3": texts(robust(lambda h: 1 / (1 - h) ** 2)),
        "hc4": texts(robust(lambda h: (1 - h) ** -min(mpf(4), n * h / k))),
    }
    return result


def collinearity(columns, weights):
    predictors = columns[:-1]
    total = mp.fsum(weights)
    centred = []
    for column in predictors:
        mean = mp.fsum(w * v for w, v in zip(weights, column)) / total
        centred.append([v - mean for v in column])
    cov = [[mp.fsum(w * a * b for w, a, b in zip(weights, u, v)) for v in centred] for u in centred]
    inv = inverse(cov)
    vif = [inv[j][j] * cov[j][j] for j in range(len(cov))]
    ones = [[mpf(1)] * len(weights)] + predictors
    cross = [[mp.fsum(w * a * b for w, a, b in zip(weights, u, v)) for v in ones] for u in ones]
    size = len(ones)
    scaled = [[cross[i][j] / mp.sqrt(cross[i][i] * cross[j][j]) for j in range(size)] for i in range(size)]
    values, vectors = mp.eigsy(mp.matrix(scaled))
    order = sorted(range(size), key=lambda i: -values[i])
    indices = [mp.sqrt(values[order[0]] / values[i]) for i in order]
    parts = [[vectors[j, i] ** 2 / values[i] for j in range(size)] for i in order]
    sums = [mp.fsum(row[j] for row in parts) for j in range(size)]
    return {
        "vif": texts(vif), "conditionIndices": texts(indices),
        "varianceProportions": [texts(row[j] / sums[j] for j in range(size)) for row in parts],
    }


def importance(columns, weights, subsets):
    p = len(columns) - 1
    total = mp.fsum(weights)
    centred = []
    for column in columns:
        mean = mp.fsum(w * v for w, v in zip(weights, column)) / total
        centred.append([v - mean for v in column])
    cov = [[mp.fsum(w * a * b for w, a, b in zip(weights, u, v)) for v in centred] for u in centred]
    r = [[cov[i][j] / mp.sqrt(cov[i][i] * cov[j][j]) for j in range(p + 1)] for i in range(p + 1)]
    among = [row[:p] for row in r[:p]]
    cross = [r[j][p] for j in range(p)]
    inv = inverse(among)
    beta = [dot(line, cross) for line in inv]
    values, vectors = mp.eigsy(mp.matrix(among))

    def function(f):
        return [[mp.fsum(vectors[i, k] * f(values[k]) * vectors[j, k] for k in range(p)) for j in range(p)] for i in range(p)]

    car = [dot(line, cross) for line in function(lambda v: 1 / mp.sqrt(v))]
    root = function(mp.sqrt)
    result = {
        "first": texts(c * c for c in cross), "last": texts(beta[j] ** 2 / inv[j][j] for j in range(p)),
        "standardizedCoefficients": texts(beta), "pratt": texts(b * c for b, c in zip(beta, cross)),
        "carScores": texts(car),
        "relativeWeights": texts(mp.fsum((root[i][j] * car[j]) ** 2 for j in range(p)) for i in range(p)),
    }
    value = {0: mpf(0)}

    def visit(left, names, mask, explained):
        if not names:
            value[mask] = explained
            return
        k = len(names) - 1
        visit([row[:k] + row[k + 1:] for i, row in enumerate(left) if i != k], names[:-1], mask, explained)
        pivot = left[k][k]
        swept = [
            [left[i][j] - left[i][k] * left[k][j] / pivot for j in range(len(left)) if j != k]
            for i in range(len(left)) if i != k
        ]
        visit(swept, names[:-1], mask | 1 << names[-1], explained + left[k][-1] ** 2 / pivot)

    if p > 8:
        mp.dps = 60
    visit([list(map(mpf, row)) for row in r], list(range(p)), 0, mpf(0))
    conditional = [[mpf(0)] * p for _ in range(p)]
    for mask, v in value.items():
        size = bin(mask).count("1")
        for j in range(p):
            if not mask >> j & 1:
                ways = mpf(factorial(p - 1)) / (factorial(size) * factorial(p - 1 - size))
                conditional[j][size] += (value[mask | 1 << j] - v) / ways
    result["conditional"] = [texts(row) for row in conditional]
    result["lmg"] = texts(mp.fsum(row) / p for row in conditional)
    whole = (1 << p) - 1
    if p <= 10:
        potential = {0: mpf(1)}
        for mask in range(1, 1 << p):
            lost = value[whole] - value[whole ^ mask]
            potential[mask] = lost / mp.fsum(1 / potential[mask ^ 1 << j] for j in range(p) if mask >> j & 1)
        result["pmvd"] = texts(potential[whole] / potential[whole ^ 1 << j] for j in range(p))
    if subsets:
        result["rSquaredOfSubsets"] = texts(value[m] for m in range(1 << p))
        parts = []
        for mask in range(1, 1 << p):
            bits = [j for j in range(p) if mask >> j & 1]
            part = mpf(0)
            for k in range(len(bits) + 1):
                for chosen in combinations(bits, k):
                    part += (-1) ** k * value[whole ^ sum(1 << j for j in chosen)]
            parts.append(part * (-1) ** (len(bits) + 1))
        result["commonality"] = texts(parts)
    mp.dps = 120
    return result


def near(x, size):
    return [a + size * random.gauss(0, 1) for a in x]


def answer(columns, coefficients):
    return [sum(c * column[i] for c, column in zip(coefficients, columns)) + random.gauss(0, 1) for i in range(len(columns[0]))]


def normal(n, mean=0.0, sd=1.0):
    return [random.gauss(mean, sd) for _ in range(n)]


random.seed(20261126)
cases = {}
for exponent in (4, 6, 8, 10):
    a, c = normal(40, 6, 2), normal(40, 6, 2)
    # 1 - r is about half the squared size of the noise relative to the column.
    noise = 2 * (2 * 10.0**-exponent) ** 0.5
    drivers = [a, near(a, noise), c, [u - v + w for u, v, w in zip(a, c, normal(40))]]
    cases[f"correlationOneLess1e-{exponent}"] = (drivers + [answer(drivers, [0.4, 0.3, 0.2, 0.1])], None)
factor = normal(60, 6, 2)
halo = [[f + (2 / 19) ** 0.5 * e for f, e in zip(factor, normal(60))] for _ in range(12)]
cases["twelveOfOneFactor"] = (halo + [answer(halo, [0.1 * (j % 3) for j in range(12)])], None)
a, b = normal(30), normal(30)
far = [[1e8 + v for v in a], [-3e8 + u * 1e-2 + v * 1e-3 for u, v in zip(a, b)], [1e-9 * v for v in b]]
cases["farOrigins"] = (far + [[1e7 + 3 * u - v + e for u, v, e in zip(a, b, normal(30))]], None)
few = [normal(6) for _ in range(4)]
cases["rowsAsParametersPlusOne"] = (few + [answer(few, [1, 2, -1, 0.5])], None)
many = [[random.randint(0, 10) for _ in range(80)] for _ in range(5)]
many.append([min(10, v + (1 if i % 9 == 0 else 0)) for i, v in enumerate(many[0])])
score = [max(0, min(10, round(v))) for v in answer(many, [0.3, 0.3, 0.2, 0.1, 0.05, 0.05])]
spread = [10.0 ** random.uniform(-3, 3) for _ in range(80)]
cases["weightsOverSixOrders"] = (many + [score], spread)
cases["tinyWeights"] = (many + [score], [1e-9 * random.uniform(1, 3) for _ in range(80)])
a, c = normal(40, 6, 2), normal(40, 6, 2)
drivers = [a, near(a, 1e-6), c]
cases["nearDuplicateWeighted"] = (drivers + [answer(drivers, [0.4, 0.3, 0.2])], [random.uniform(0.2, 4) for _ in range(40)])
result = {}
for name, (columns, weights) in cases.items():
    exact = [[mpf(v) for v in column] for column in columns]
    exact_weights = [mpf(w) for w in weights or [1] * len(columns[0])]
    result[name] = {"columns": columns} | ({"weights": weights} if weights else {}) | {
        "regression": regression(exact, exact_weights), "collinearity": collinearity(exact, exact_weights),
        "importance": importance(exact, exact_weights, subsets=len(columns) <= 5),
    }
json.dump(result, __import__("sys").stdout, indent=1)
