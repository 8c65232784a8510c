import sys
from work import need, timed

np = need("numpy")
ensemble = need("sklearn.ensemble")
inspection = need("sklearn.inspection")
data = np.loadtxt(sys.argv[1], delimiter=",")


def work():
    forest = ensemble.RandomForestRegressor(
        int(sys.argv[2]), max_features=1 / 3, min_samples_leaf=5, oob_score=True, n_jobs=1, random_state=1)
    forest.fit(data[:, :-1], data[:, -1])
    inspection.permutation_importance(forest, data[:, :-1], data[:, -1], n_repeats=1, random_state=1, n_jobs=1)


timed(work)
