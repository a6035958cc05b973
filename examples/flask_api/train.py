"""Train the example's model and write it to model.joblib."""

from pathlib import Path

import joblib
from sklearn.datasets import load_iris
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

iris = load_iris()
names = iris.target_names[iris.target]
model = make_pipeline(StandardScaler(), LogisticRegression(max_iter=500))
model.fit(iris.data, names)
joblib.dump(model, Path(__file__).parent / "model.joblib", compress=3)
print(f"accuracy on the training data: {model.score(iris.data, names):.3f}")
