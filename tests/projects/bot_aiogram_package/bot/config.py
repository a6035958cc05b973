class S:
    token = ''
settings = S()
