"""Standard errors of average marginal effects, by a complex step through the formula: exact to rounding, no derivative by hand.

Writes marginal_effects.json beside synth_open.csv. Needs numpy.
"""
import csv, json, pathlib
import numpy as np

folder = pathlib.Path(__file__).parent
rows = list(csv.DictReader(open(folder / "synth_open.csv")))
names = [f"d{j}" for j in range(1, 8)]
x = np.array([[1.0] + [float(row[name]) for name in names] for row in rows])
score = np.array([float(row["ltr"]) for row in rows])


def effects(b):
    mu = 1 / (1 + np.exp(-(x @ b)))
    return b[1:] * np.mean(mu * (1 - mu))


def errors(y):
    b = np.zeros(x.shape[1])
    for _ in range(60):
        mu = 1 / (1 + np.exp(-(x @ b)))
        information = x.T @ (x * (mu * (1 - mu))[:, None])
        b = b + np.linalg.solve(information, x.T @ (y - mu))
    covariance = np.linalg.inv(information)
    gradient = np.array([effects(b + 1e-30j * np.eye(len(b))[k]).imag / 1e-30 for k in range(len(b))])
    return np.sqrt(np.diag(gradient.T @ covariance @ gradient))


found = {
    "promoter": dict(zip(names, errors((score >= 9) * 1.0))),
    "detractor": dict(zip(names, errors((score <= 6) * 1.0))),
}
(folder / "marginal_effects.json").write_text(json.dumps(found, indent=1) + "\n")
