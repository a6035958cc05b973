from metaflow import FlowSpec, step


class CountingFlow(FlowSpec):
    @step
    def start(self):
        self.words = open("words.txt").read().split()
        self.next(self.end)

    @step
    def end(self):
        print(len(self.words))


if __name__ == "__main__":
    CountingFlow()
