"""Writes logistic_mpmath.json: Firth's estimates and profile limits with 30 digits (mpmath), from the definitions.

Firth: the root of sum (y - mu + h (1/2 - mu)) x = 0; limits: 2 (l_max - l_profile(b)) = 3.841...
"""
import json, random, mpmath
from mpmath import mp, mpf, matrix
mp.dps = 40
CHI = mpf("3.8414588206941259583")

def mu(x, b):
    return [1 / (1 + mpmath.exp(-sum(p * q for p, q in zip(r, b)))) for r in x]

def information(x, m):
    k = len(x[0])
    return matrix(k, k) + matrix([[sum(mi * (1 - mi) * r[i] * r[j] for r, mi in zip(x, m)) for j in range(k)] for i in range(k)])

def loglik(x, y, b, firth):
    m = mu(x, b)
    value = sum(mpmath.log(mi if yi else 1 - mi) for mi, yi in zip(m, y))
    return value + (mpmath.log(mpmath.det(information(x, m))) / 2 if firth else 0)

def score(x, y, b, firth):
    m = mu(x, b)
    inverse = information(x, m) ** -1
    out = []
    for j in range(len(b)):
        total = mpf(0)
        for r, mi, yi in zip(x, m, y):
            part = yi - mi
            if firth:
                h = mi * (1 - mi) * sum(r[i] * inverse[i, l] * r[l] for i in range(len(b)) for l in range(len(b)))
                part += h * (mpf(1) / 2 - mi)
            total += part * r[j]
        out.append(total)
    return out

def fit(x, y, firth, start, fixed=None):
    """Fisher scoring with steps of at most 1 per coefficient, to 1e-32."""
    free = [j for j in range(len(start)) if j != fixed]
    b = list(start)
    for _ in range(2000):
        inf = information(x, mu(x, b))
        sub = matrix(len(free), len(free))
        for i, p in enumerate(free):
            for j, q in enumerate(free):
                sub[i, j] = inf[p, q]
        u = score(x, y, b, firth)
        step = mpmath.lu_solve(sub, matrix([u[j] for j in free]))
        size = max(abs(v) for v in step)
        for j, v in zip(free, step):
            b[j] += v if size < 1 else v / size
        if size < mpf(10) ** -32:
            return b
    raise ArithmeticError

def limits(x, y, firth, best, column):
    top = loglik(x, y, best, firth)
    error = mpmath.sqrt((information(x, mu(x, best)) ** -1)[column, column])
    found = []
    for direction in (-1, 1):
        state = {"b": list(best)}
        def excess(value):
            start = list(state["b"])
            start[column] = value
            state["b"] = fit(x, y, firth, start, column)
            return 2 * (top - loglik(x, y, state["b"], firth)) - CHI
        low, high = best[column] + direction * error, best[column] + direction * 2.2 * error
        while excess(high) < 0:
            high += direction * error
        found.append(mpmath.findroot(excess, (low, high), solver="illinois", tol=mpf(10) ** -40, maxsteps=200, verify=False))
    return found

def case(name, x, y, firth):
    rows = [[mpf(1)] + [mpf(v) for v in r] for r in x]
    best = fit(rows, y, firth, [mpf(0)] * len(rows[0]))
    errors = information(rows, mu(rows, best)) ** -1
    return {"name": name, "firth": firth, "x": x, "y": y,
            "coefficients": [mpmath.nstr(v, 22) for v in best],
            "standardErrors": [mpmath.nstr(mpmath.sqrt(errors[j, j]), 22) for j in range(len(best))],
            "limits": [[mpmath.nstr(v, 20) for v in limits(rows, y, firth, best, j)] for j in range(1, len(best))]}

random.seed(7)
x = [[random.randint(1, 7), random.randint(0, 10)] for _ in range(40)]
y = [1 if random.random() < 1 / (1 + 2.718281828 ** -(0.5 * r[0] + 0.3 * r[1] - 3.5)) else 0 for r in x]
# A yes-or-no predictor without a zero in its upper group, as often in small segments; the other overlaps.
separated = [[1 if i % 5 == 0 else 0, random.randint(0, 10)] for i in range(40)]
sy = [1 if r[0] == 1 or random.random() < 1 / (1 + 2.718281828 ** -(0.5 * r[1] - 3)) else 0 for r in separated]
json.dump({"origin": "logistic_mpmath.py, mpmath %s, 40 digits" % mpmath.__version__,
           "cases": [case("plain", x, y, False), case("firth", x, y, True), case("separated", separated, sy, True)]},
          open(__file__.replace(".py", ".json"), "w"), indent=0)
