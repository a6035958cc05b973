import litserve as ls
from model import load

class API(ls.LitAPI):
    def setup(self, device):
        self.m = load()
    def predict(self, x):
        return x

if __name__ == '__main__':
    server = ls.LitServer(API(), accelerator='auto')
    server.run(port=8001)
