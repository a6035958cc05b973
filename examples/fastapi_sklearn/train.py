"""Train the classifier and write models/wine.joblib."""

from pathlib import Path

import joblib
from sklearn.datasets import load_wine
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

NAMES = ["alcohol", "color_intensity", "proline"]

wine = load_wine()
columns = [wine.feature_names.index(name) for name in NAMES]
model = make_pipeline(StandardScaler(), LogisticRegression())
model.fit(wine.data[:, columns], wine.target)
target = Path(__file__).parent / "models" / "wine.joblib"
target.parent.mkdir(exist_ok=True)
joblib.dump(model, target, compress=3)
print(f"accuracy on the training data: {model.score(wine.data[:, columns], wine.target):.3f}")
