import mlflow
mlflow.set_tracking_uri('http://localhost:5001')

if __name__ == '__main__':
    pass
