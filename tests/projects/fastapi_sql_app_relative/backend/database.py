Base = object
SessionLocal = None
