SCALER = "models/scaler.pkl"
