import grpc

def run():
    with grpc.insecure_channel('localhost:50052') as channel:
        pass

if __name__ == '__main__':
    run()
