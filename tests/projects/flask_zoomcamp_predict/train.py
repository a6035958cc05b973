import pickle
print('training')
