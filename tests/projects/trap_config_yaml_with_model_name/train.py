import yaml
from transformers import Trainer

cfg = yaml.safe_load(open('config.yaml'))

def main():
    Trainer()

if __name__ == '__main__':
    main()
