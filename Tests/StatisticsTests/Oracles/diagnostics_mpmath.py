#!/usr/bin/env python3
"""Writes diagnostics_mpmath.json: values of diagnostics with no package in reach, from their definitions.

omega: one-factor model by maximum likelihood, the root of its first-order conditions with 30 digits (mpmath), the start by
scipy. collinear: singular values of scaled columns, ones first, with 60 digits. ceiling_line: the zone above the
least-squares line through the corners of the free disposal hull, by integrating min(max(line, floor), ceiling) over
100 unequal pieces in exact fractions. concordance: mean of scipy's Spearman correlations.
"""
import csv, json, random
from fractions import Fraction as F
from itertools import combinations
import mpmath, numpy, scipy.optimize, scipy.stats

mpmath.mp.dps = 40

def table(name, names):
    rows = list(csv.DictReader(open(name)))
    return [[float(r[n]) for r in rows] for n in names]

def omega(columns):
    s = numpy.cov(numpy.array(columns))
    p = len(columns)
    def gradient(theta):
        l, psi = theta[:p], numpy.exp(theta[p:])
        sigma = numpy.outer(l, l) + numpy.diag(psi)
        inv = numpy.linalg.inv(sigma)
        g = inv @ (sigma - s) @ inv
        return numpy.concatenate([2 * g @ l, numpy.diag(g) * psi])
    def value(theta):
        l, psi = theta[:p], numpy.exp(theta[p:])
        sigma = numpy.outer(l, l) + numpy.diag(psi)
        return numpy.linalg.slogdet(sigma)[1] + numpy.trace(numpy.linalg.solve(sigma, s))
    sd = numpy.sqrt(numpy.diag(s))
    start = numpy.concatenate([0.6 * sd, numpy.log(0.6 * sd ** 2)])
    start = scipy.optimize.minimize(value, start, jac=gradient, method="BFGS", options={"gtol": 1e-9}).x
    start[p:] = numpy.exp(start[p:])
    columns = [[mpmath.mpf(x) for x in c] for c in columns]
    n = len(columns[0])
    means = [mpmath.fsum(c) / n for c in columns]
    S = mpmath.matrix(p, p)
    for i in range(p):
        for j in range(p):
            S[i, j] = mpmath.fsum((a - means[i]) * (b - means[j]) for a, b in zip(columns[i], columns[j])) / (n - 1)
    def conditions(*theta):
        l, psi = mpmath.matrix(theta[:p]), theta[p:]
        sigma = l * l.T + mpmath.diag(psi)
        inv = sigma ** -1
        g = inv * (sigma - S) * inv
        gl = g * l
        return [gl[i] for i in range(p)] + [g[i, i] for i in range(p)]
    root = mpmath.findroot(conditions, [mpmath.mpf(float(x)) for x in start], tol=1e-25, maxsteps=30)
    total = sum(root[i] for i in range(p))
    if total < 0:
        root = mpmath.matrix([-root[i] if i < p else root[i] for i in range(2 * p)])
        total = -total
    unique = sum(root[i] for i in range(p, 2 * p))
    return {"omega": mpmath.nstr(total ** 2 / (total ** 2 + unique), 25),
            "loadings": [mpmath.nstr(root[i], 25) for i in range(p)]}

def collinear(columns):
    mpmath.mp.dps = 60
    whole = [[1.0] * len(columns[0])] + columns
    scaled = []
    for c in whole:
        c = [mpmath.mpf(x) for x in c]
        length = mpmath.sqrt(mpmath.fsum(x * x for x in c))
        scaled.append([x / length for x in c])
    x = mpmath.matrix(scaled).T
    u, s, v = mpmath.svd_r(x)
    s = [s[i] for i in range(len(whole))]
    proportions = []
    sums = [mpmath.fsum((v[k, j] / s[k]) ** 2 for k in range(len(s))) for j in range(len(s))]
    for k in range(len(s)):
        proportions.append([mpmath.nstr((v[k, j] / s[k]) ** 2 / sums[j], 20) for j in range(len(s))])
    means = [mpmath.fsum(mpmath.mpf(x) for x in c) / len(c) for c in columns]
    centred = [[mpmath.mpf(x) - m for x in c] for c, m in zip(columns, means)]
    gram = mpmath.matrix(len(columns), len(columns))
    for i in range(len(columns)):
        for j in range(len(columns)):
            gram[i, j] = mpmath.fsum(a * b for a, b in zip(centred[i], centred[j]))
    inverse = gram ** -1
    vif = [mpmath.nstr(inverse[i, i] * gram[i, i], 20) for i in range(len(columns))]
    mpmath.mp.dps = 40
    return {"columns": columns, "indices": [mpmath.nstr(s[0] / x, 20) for x in s], "proportions": proportions, "vif": vif}

def ceiling_line(x, y):
    best = {}
    for a, b in zip(x, y):
        best[a] = max(b, best.get(a, b))
    peers, top = [], None
    for a in sorted(best):
        if top is None or best[a] > top:
            peers.append((F(a), F(best[a])))
            top = best[a]
    n = len(peers)
    mx, my = sum(p[0] for p in peers) / n, sum(p[1] for p in peers) / n
    slope = sum((p[0] - mx) * (p[1] - my) for p in peers) / sum((p[0] - mx) ** 2 for p in peers)
    left, right, low, high = F(min(x)), F(max(x)), F(min(y)), F(max(y))
    line = lambda t: min(max(my + slope * (t - mx), low), high)
    knots = {left, right} | {left + (right - left) * F(k * k, 2500) for k in range(50)}
    for level in (low, high):
        knot = mx + (level - my) / slope
        if left < knot < right: knots.add(knot)
    knots = sorted(knots)
    zone = sum((b - a) * (high - (line(a) + line(b)) / 2) for a, b in zip(knots, knots[1:]))
    above = sum(1 for a, b in zip(x, y) if F(b) > my + slope * (F(a) - mx))
    return {"zone": float(zone), "peers": n, "accuracy": float(1 - F(above, len(x)))}

drivers = [f"d{i}" for i in range(1, 8)]
synth = table("synth_open.csv", drivers + ["ltr"])
attitude = table("attitude.csv", ["complaints", "privileges", "learning", "raises", "critical", "advance"])
random.seed(3)
base = [random.randint(0, 10) for _ in range(25)]
near = [[float(b) for b in base], [float(random.randint(0, 10)) for _ in base]]
near.append([near[0][i] + near[1][i] + random.randint(-3, 3) * 2.0 ** -20 for i in range(25)])
rankings = [[random.randint(0, 4) for _ in range(6)] for _ in range(5)]
pairs = [scipy.stats.spearmanr(a, b).statistic for a, b in combinations(rankings, 2)]
untied = [random.sample(range(8), 8) for _ in range(4)]
untied_pairs = [scipy.stats.spearmanr(a, b).statistic for a, b in combinations(untied, 2)]
json.dump({
    "omega": {"synth_open": omega(synth[:7]), "attitude": omega(attitude)},
    "collinear": collinear(near),
    "ceiling_line": {d: ceiling_line(synth[i], synth[7]) for i, d in enumerate(drivers) if d != "d3"},
    "concordance": {"scores": untied, "meanCorrelation": float(numpy.mean(untied_pairs))},
}, open("diagnostics_mpmath.json", "w"), indent=1)
