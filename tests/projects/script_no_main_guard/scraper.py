import requests
from bs4 import BeautifulSoup

r = requests.get('https://example.com')
print(BeautifulSoup(r.text).title)
