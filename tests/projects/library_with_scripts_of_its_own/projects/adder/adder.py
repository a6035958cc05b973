from tinygpt.model import GPT

if __name__ == "__main__":
    print(GPT())
