from cog import BasePredictor, Input

class Predictor(BasePredictor):
    def setup(self):
        pass
    def predict(self, x: str = Input()) -> str:
        return x
