import requests
from parser_utils import parse

def main():
    parse(requests.get('https://x'))

if __name__ == '__main__':
    main()
