from sklearn.linear_model import LogisticRegression
import joblib
joblib.dump(LogisticRegression(), 'model.joblib')
