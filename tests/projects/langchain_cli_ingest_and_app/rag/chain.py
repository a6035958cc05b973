chain = None
