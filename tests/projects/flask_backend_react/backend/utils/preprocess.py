import re

def clean(t):
    return re.sub(r'\W', ' ', t)
