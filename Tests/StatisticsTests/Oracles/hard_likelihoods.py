"""Binary, ordinal and multinomial logits where double precision is hard pressed, in 60 digits (mpmath): near-duplicate drivers,
origins far from 0, weights over six orders of magnitude, almost separated outcomes; and the maximum-likelihood covariance of
columns with a monotone pattern of missing numbers, which has a closed form (Anderson 1957), in exact fractions.

Columns are doubles, written as they are. Usage: hard_likelihoods.py > hard_likelihoods.json
"""
from fractions import Fraction as F
import json
import random
import sys

from mpmath import mp, mpf

mp.dps = 60


def texts(values):
    return [mp.nstr(v, 22) for v in values]


def logistic(t):
    return 1 / (1 + mp.exp(-t))


def newton(evaluate, start):
    """The maximum of a concave function that gives (value, gradient, Hessian)."""
    place = mp.matrix(start)
    value, gradient, hessian = evaluate(place)
    for _ in range(200):
        step = mp.lu_solve(-hessian, gradient)
        scale = mpf(1)
        while True:
            found = evaluate(place + scale * step)
            if found[0] >= value - mpf(10) ** -50 or scale < mpf(10) ** -20:
                break
            scale /= 2
        place = place + scale * step
        value, gradient, hessian = found
        if mp.norm(step) < mpf(10) ** -45 * (1 + mp.norm(place)):
            break
    return place, value, (-hessian) ** -1


def standardized(columns, w):
    """Columns with mean 0 and length 1, for the iteration; coefficients are brought back exactly."""
    total = mp.fsum(w)
    means = [mp.fsum(a * v for a, v in zip(w, c)) / total for c in columns]
    scales = [mp.sqrt(mp.fsum(a * (v - m) ** 2 for a, v in zip(w, c)) / total) for c, m in zip(columns, means)]
    return [[(v - m) / s for v in c] for c, m, s in zip(columns, means, scales)], means, scales


def binary(columns, y, w):
    z, means, scales = standardized(columns, w)
    rows = [[mpf(1)] + list(r) for r in zip(*z)]
    k = len(rows[0])

    def evaluate(b):
        value, gradient, hessian = mpf(0), mp.matrix(k, 1), mp.matrix(k, k)
        for r, v, a in zip(rows, y, w):
            t = mp.fsum(c * x for c, x in zip(b, r))
            p = logistic(t)
            value += a * (mp.log(p) if v else mp.log(1 - p))
            for i in range(k):
                gradient[i] += a * (v - p) * r[i]
                for j in range(k):
                    hessian[i, j] -= a * p * (1 - p) * r[i] * r[j]
        return value, gradient, hessian

    b, value, covariance = newton(evaluate, [0] * k)
    # Back to the columns' own units by T b.
    turn = mp.matrix(k, k)
    turn[0, 0] = 1
    for j in range(1, k):
        turn[0, j] = -means[j - 1] / scales[j - 1]
        turn[j, j] = 1 / scales[j - 1]
    own = turn * b
    own_covariance = turn * covariance * turn.T
    p = [logistic(mp.fsum(c * x for c, x in zip(b, r))) for r in rows]
    total = mp.fsum(w)
    share = mp.fsum(a * v for a, v in zip(w, y)) / total
    null = total * (share * mp.log(share) + (1 - share) * mp.log(1 - share))
    ones = [(a, q) for a, q, v in zip(w, p, y) if v]
    zeros = [(a, q) for a, q, v in zip(w, p, y) if not v]
    area = mp.fsum(a * c * (1 if q > r else mpf(1) / 2 if q == r else 0) for a, q in ones for c, r in zeros)
    meat = [mp.matrix(k, k), mp.matrix(k, k)]
    for r, v, a, q in zip(rows, y, w, p):
        x = mp.matrix(r)
        leverage = a * q * (1 - q) * (x.T * covariance * x)[0]
        for m, divisor in ((0, 1), (1, (1 - leverage) ** 2)):
            meat[m] += (a * (v - q)) ** 2 / divisor * (x * x.T)
    robust = [turn * covariance * m * covariance * turn.T for m in meat]
    weight = mp.fsum(a for a, _ in ones), mp.fsum(a for a, _ in zeros)
    return {
        "coefficients": texts(own), "standardErrors": texts(mp.sqrt(own_covariance[j, j]) for j in range(k)),
        "hc0": texts(mp.sqrt(robust[0][j, j]) for j in range(k)), "hc3": texts(mp.sqrt(robust[1][j, j]) for j in range(k)),
        "logLikelihoods": texts([value, null]),
        "pseudoRSquared": texts([
            1 - value / null, 1 - mp.exp(2 * (null - value) / total),
            (1 - mp.exp(2 * (null - value) / total)) / (1 - mp.exp(2 * null / total)),
            1 - (value / null) ** (-2 * null / total)]),
        "tjurBrierArea": texts([
            mp.fsum(a * q for a, q in ones) / weight[0] - mp.fsum(a * q for a, q in zeros) / weight[1],
            mp.fsum(a * (v - q) ** 2 for a, v, q in zip(w, y, p)) / total, area / (weight[0] * weight[1])]),
        "averageMarginalEffects": texts(own[j] * mp.fsum(a * q * (1 - q) for a, q in zip(w, p)) / total for j in range(1, k)),
    }


def ordinal(columns, y, w):
    z, means, scales = standardized(columns, w)
    rows = list(zip(*z))
    cuts, p = max(y), len(columns)
    total = mp.fsum(w)

    def evaluate(theta):
        size = cuts + p
        if any(theta[j + 1] <= theta[j] for j in range(cuts - 1)):
            return -mp.inf, None, None
        value, gradient, hessian = mpf(0), mp.matrix(size, 1), mp.matrix(size, size)
        for r, v, a in zip(rows, y, w):
            eta = mp.fsum(theta[cuts + j] * r[j] for j in range(p))
            ends = []
            for cut in (v, v - 1):
                if cut in (-1, cuts):
                    ends.append(None)
                    continue
                direction = [mpf(0)] * size
                direction[cut] = mpf(1)
                for j in range(p):
                    direction[cuts + j] = -r[j]
                g = logistic(theta[cut] - eta)
                ends.append((g, g * (1 - g), g * (1 - g) * (1 - 2 * g), direction))
            prob = (ends[0][0] if ends[0] else mpf(1)) - (ends[1][0] if ends[1] else mpf(0))
            value += a * mp.log(prob)
            first = [mpf(0)] * size
            for end, sign in zip(ends, (1, -1)):
                if end:
                    for i in range(size):
                        first[i] += sign * end[1] * end[3][i]
            for i in range(size):
                gradient[i] += a * first[i] / prob
                for j in range(size):
                    second = mp.fsum(sign * e[2] * e[3][i] * e[3][j] for e, sign in zip(ends, (1, -1)) if e)
                    hessian[i, j] += a * (second / prob - first[i] * first[j] / prob**2)
        return value, gradient, hessian

    below, start = mpf(0), []
    for level in range(cuts):
        below += mp.fsum(a for a, v in zip(w, y) if v == level)
        start.append(mp.log(below / (total - below)))
    theta, value, covariance = newton(evaluate, start + [0] * p)
    size = cuts + p
    turn = mp.matrix(size, size)
    for cut in range(cuts):
        turn[cut, cut] = 1
        for j in range(p):
            turn[cut, cuts + j] = means[j] / scales[j]
    for j in range(p):
        turn[cuts + j, cuts + j] = 1 / scales[j]
    own, own_covariance = turn * theta, turn * covariance * turn.T
    return {
        "parameters": texts(own), "standardErrors": texts(mp.sqrt(own_covariance[j, j]) for j in range(size)),
        "logLikelihood": mp.nstr(value, 22),
    }


def multinomial(columns, y, w):
    z, means, scales = standardized(columns, w)
    rows = [[mpf(1)] + list(r) for r in zip(*z)]
    k, classes = len(rows[0]), max(y)

    def evaluate(b):
        size = k * classes
        value, gradient, hessian = mpf(0), mp.matrix(size, 1), mp.matrix(size, size)
        for r, v, a in zip(rows, y, w):
            e = [mpf(1)] + [mp.exp(mp.fsum(b[c * k + i] * r[i] for i in range(k))) for c in range(classes)]
            s = mp.fsum(e)
            p = [q / s for q in e]
            value += a * mp.log(p[v])
            for c in range(classes):
                for i in range(k):
                    gradient[c * k + i] += a * ((v == c + 1) - p[c + 1]) * r[i]
                    for d in range(classes):
                        for j in range(k):
                            hessian[c * k + i, d * k + j] -= a * p[c + 1] * ((c == d) - p[d + 1]) * r[i] * r[j]
        return value, gradient, hessian

    b, value, covariance = newton(evaluate, [0] * (k * classes))
    turn = mp.matrix(k * classes, k * classes)
    for c in range(classes):
        turn[c * k, c * k] = 1
        for j in range(1, k):
            turn[c * k, c * k + j] = -means[j - 1] / scales[j - 1]
            turn[c * k + j, c * k + j] = 1 / scales[j - 1]
    own, own_covariance = turn * b, turn * covariance * turn.T
    return {
        "parameters": texts(own), "standardErrors": texts(mp.sqrt(own_covariance[j, j]) for j in range(k * classes)),
        "logLikelihood": mp.nstr(value, 22),
    }


def monotone(columns, w):
    """Means and covariances of columns of which each is missing wherever an earlier one is: regress and sweep back."""
    size = len(columns)
    x = [[None if v is None else F(v) for v in c] for c in columns]
    w = [F(a) for a in w]
    means, cov = [], [[F(0)] * size for _ in range(size)]
    for j in range(size):
        rows = [i for i, v in enumerate(x[j]) if v is not None]
        total = sum(w[i] for i in rows)
        centre = [sum(w[i] * x[k][i] for i in rows) / total for k in range(j + 1)]
        s = [[sum(w[i] * (x[a][i] - centre[a]) * (x[b][i] - centre[b]) for i in rows) / total for b in range(j + 1)] for a in range(j + 1)]
        system = [s[a][:j] + [s[a][j]] for a in range(j)]
        for p in range(j):
            pivot = system[p][p]
            system[p] = [v / pivot for v in system[p]]
            for q in range(j):
                if q != p:
                    system[q] = [u - system[q][p] * v for u, v in zip(system[q], system[p])]
        b = [line[j] for line in system]
        rest = s[j][j] - sum(b[a] * s[a][j] for a in range(j))
        means.append(centre[j] + sum(b[a] * (means[a] - centre[a]) for a in range(j)))
        for a in range(j):
            cov[a][j] = cov[j][a] = sum(b[c] * cov[a][c] for c in range(j))
        cov[j][j] = rest + sum(b[a] * cov[a][j] for a in range(j))
    text = lambda v: mp.nstr(mpf(v.numerator) / v.denominator, 22)
    return {"means": [text(v) for v in means], "covariance": [[text(v) for v in row] for row in cov]}


random.seed(11)


def normal(n, mean=0.0, sd=1.0):
    return [random.gauss(mean, sd) for _ in range(n)]


def near(x, size):
    return [a + size * random.gauss(0, 1) for a in x]


def score(columns, b, noise=1.7):
    n = len(columns[0])
    means = [sum(c) / n for c in columns]
    return [sum(k * (c[i] - m) for k, c, m in zip(b, columns, means)) + random.gauss(0, noise) for i in range(n)]


cases = {}
a, c = normal(90, 6, 2), normal(90, 6, 2)
for name, size in (("noise1e-2", 1e-2), ("noise1e-4", 1e-4), ("noise1e-6", 1e-6)):
    cases[name] = ([a, near(a, size), c], [0.5, 0.1, 0.4], None)
far = [[1e6 + v for v in a], [-5e5 + 1e-2 * u + 1e-3 * v for u, v in zip(a, c)], c]
cases["farOrigins"] = (far, [0.4, 20, 0.3], None)
ratings = [[random.randint(0, 10) for _ in range(90)] for _ in range(3)]
cases["weightsOverSixOrders"] = (ratings, [0.3, 0.2, 0.1], [10.0 ** random.uniform(-3, 3) for _ in range(90)])
cases["tinyWeights"] = (ratings, [0.3, 0.2, 0.1], [1e-8 * random.uniform(1, 3) for _ in range(90)])
result = {}
for name, (columns, b, weights) in cases.items():
    t = score(columns, b)
    order = sorted(t)
    levels = {"binary": [int(v > order[45]) for v in t]}
    levels["three"] = [sum(v > order[q] for q in (30, 60)) for v in t]
    levels["eleven"] = [sum(v > order[q] for q in range(8, 88, 8)) for v in t]
    if name == "noise1e-2":
        levels["nearlySeparated"] = [int(v > 6) for v in a]
        first = a.index(max(v for v in a if v < 5.6))
        levels["nearlySeparated"][first] = 1
    exact = [[mpf(v) for v in column] for column in columns]
    w = [mpf(v) for v in weights or [1] * 90]
    entry = {"columns": columns, "outcomes": levels}
    if weights:
        entry["weights"] = weights
    entry["binary"] = binary(exact, levels["binary"], w)
    if "nearlySeparated" in levels:
        entry["nearlySeparated"] = binary(exact, levels["nearlySeparated"], w)
    entry["ordinalThree"] = ordinal(exact, levels["three"], w)
    entry["ordinalEleven"] = ordinal(exact, levels["eleven"], w)
    entry["multinomial"] = multinomial(exact, levels["three"], w)
    result[name] = entry
    print(name, file=sys.stderr)
a, c = normal(60, 6, 2), normal(60, 6, 2)
columns = [a, near(a, 1e-1), c, [u - 0.5 * v + e for u, v, e in zip(a, c, normal(60))]]
columns = [[v if i < 60 - 8 * j else None for i, v in enumerate(column)] for j, column in enumerate(columns)]
weights = [random.uniform(0.2, 5) for _ in range(60)]
result["monotone"] = {"columns": columns, "weights": weights} | {
    "plain": monotone(columns, [1] * 60), "weighted": monotone(columns, weights)}
json.dump(result, sys.stdout, indent=0)
