import pandas as pd
import numpy as np
import pickle

df = pd.read_csv('iris.data')
X = np.array(df.iloc[:, 0:4])
y = np.array(df.iloc[:, 4:])
from sklearn.svm import SVC
sv = SVC(kernel='linear').fit(X, y)
pickle.dump(sv, open('iri.pkl', 'wb'))
