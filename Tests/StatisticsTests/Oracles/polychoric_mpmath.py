"""Two-step polychoric correlations of the rating tables of synth_open.csv, to 20 digits (mpmath).

The cuts are normal quantiles of the margins; the correlation is the root of the derivative of the log-likelihood, whose
cell probabilities are integrals of the normal density of one variable over what the other gives. Usage: polychoric_mpmath.py
"""
import collections
import csv
import json

from mpmath import mp, mpf

mp.dps = 25


def phi(x):
    return mp.npdf(x) if mp.isfinite(x) else mpf(0)


def cuts(counts):
    total, below, result = sum(counts), 0, []
    for count in counts[:-1]:
        below += count
        result.append(mp.sqrt(2) * mp.erfinv(2 * mpf(below) / total - 1))
    return result


def correlation(first, second):
    levels, others = sorted(set(first)), sorted(set(second))
    table = collections.Counter(zip(first, second))
    rows = [-mp.inf] + cuts([first.count(v) for v in levels]) + [mp.inf]
    columns = [-mp.inf] + cuts([second.count(v) for v in others]) + [mp.inf]

    def slope(r):
        s = mp.sqrt(1 - r * r)

        def density(i, j):
            h, k = rows[i], columns[j]
            return phi(h) * phi((k - r * h) / s) / s if mp.isfinite(h) and mp.isfinite(k) else mpf(0)

        def upper(i, j):
            # P(X > row cut i, Y > column cut j)
            h, k = rows[i], columns[j]
            if h == mp.inf or k == mp.inf:
                return mpf(0)
            if h == -mp.inf:
                return mp.ncdf(-k)
            if k == -mp.inf:
                return mp.ncdf(-h)
            # Drezner and Wesolowsky's integral over the correlation, smooth here.
            part = mp.quad(lambda t: mp.exp(-(h * h + k * k - 2 * h * k * mp.sin(t)) / (2 * mp.cos(t) ** 2)), [0, mp.asin(r)])
            return mp.ncdf(-h) * mp.ncdf(-k) + part / (2 * mp.pi)

        above = [[upper(i, j) for j in range(len(columns))] for i in range(len(rows))]
        total = mpf(0)
        for i, v in enumerate(levels):
            for j, w in enumerate(others):
                n = table[(v, w)]
                if n:
                    p = above[i][j] - above[i + 1][j] - above[i][j + 1] + above[i + 1][j + 1]
                    d = density(i + 1, j + 1) - density(i, j + 1) - density(i + 1, j) + density(i, j)
                    total += n * d / p
        return total

    return mp.findroot(slope, (mpf("0.36"), mpf("0.75")), solver="anderson", tol=1e-30)


with open(__file__.replace("polychoric_mpmath.py", "synth_open.csv")) as file:
    data = list(csv.DictReader(file))
column = lambda name: [int(float(row[name])) for row in data]
pairs = [("d1", "d2"), ("d1", "d3"), ("ltr", "d1")]
json.dump(
    {f"{a}_{b}": mp.nstr(correlation(column(a), column(b)), 20) for a, b in pairs},
    open(__file__.replace(".py", ".json"), "w"), indent=1)
