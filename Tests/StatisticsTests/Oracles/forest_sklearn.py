"""Reference numbers for RegressionForest, from scikit-learn: writes forest_sklearn.json beside this file.

Out-of-bag R2 and permutation importance as Breiman (2001) defines it: per tree, the growth of the squared error of the rows
the tree did not see when one predictor is shuffled among them, as a mean over trees, over the outcome's variance. Forests of
200 trees with 20 seeds give the mean and the standard deviation over seeds, which is the simulation error to allow for.
min_samples_leaf is 1, because scikit-learn counts distinct rows and others count draws.
"""
import csv, json, os
import numpy as np
import sklearn
from sklearn.ensemble import RandomForestRegressor

here = os.path.dirname(os.path.abspath(__file__))
rows = list(csv.DictReader(open(os.path.join(here, "synth_open.csv"))))
X = np.array([[float(r[f"d{j}"]) for j in range(1, 8)] for r in rows], dtype=np.float32)
ltr = np.array([float(r["ltr"]) for r in rows])
exclusive = np.where((X[:, 0] >= 8) != (X[:, 1] >= 8), 8.0, 3.0) + np.where(X[:, 2] >= 6, 1.0, 0.0)


def forest(y, seed):
    model = RandomForestRegressor(
        n_estimators=200, max_features=3, min_samples_leaf=1, bootstrap=True, oob_score=True, random_state=seed, n_jobs=1)
    model.fit(X, y)
    rng = np.random.default_rng(seed)
    gains = np.zeros(X.shape[1])
    for tree, drawn in zip(model.estimators_, model.estimators_samples_):
        out = np.setdiff1d(np.arange(len(y)), drawn)
        base = np.mean((y[out] - tree.predict(X[out])) ** 2)
        for j in range(X.shape[1]):
            moved = X[out].copy()
            moved[:, j] = rng.permutation(moved[:, j])
            gains[j] += np.mean((y[out] - tree.predict(moved)) ** 2) - base
    return model.oob_score_, gains / len(model.estimators_) / np.var(y)


result = {"program": f"scikit-learn {sklearn.__version__}", "trees": 200, "tried": 3, "smallestLeaf": 1, "seeds": 20}
for name, y in [("score", ltr), ("exclusive", exclusive)]:
    found = [forest(y, seed) for seed in range(20)]
    scores = np.array([f[0] for f in found])
    gains = np.array([f[1] for f in found])
    result[name] = {
        "rSquared": {"mean": scores.mean(), "deviation": scores.std(ddof=1)},
        "importance": {"mean": list(gains.mean(0)), "deviation": list(gains.std(0, ddof=1))},
    }
json.dump(result, open(os.path.join(here, "forest_sklearn.json"), "w"), indent=1)
