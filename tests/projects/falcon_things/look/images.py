class Resource:
    def on_get(self, req, resp):
        pass
