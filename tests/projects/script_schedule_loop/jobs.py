def sync():
    pass
