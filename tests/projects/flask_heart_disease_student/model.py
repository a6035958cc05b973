import pandas as pd
import pickle
df=pd.read_csv('heart.csv')
pickle.dump(df,open('model.pkl','wb'))
