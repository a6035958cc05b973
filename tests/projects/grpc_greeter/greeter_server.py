from concurrent import futures
import grpc
import helloworld_pb2_grpc

class Greeter(helloworld_pb2_grpc.GreeterServicer):
    pass

def serve():
    port = '50052'
    server = grpc.server(futures.ThreadPoolExecutor(max_workers=10))
    helloworld_pb2_grpc.add_GreeterServicer_to_server(Greeter(), server)
    server.add_insecure_port('[::]:' + port)
    server.start()
    server.wait_for_termination()

if __name__ == '__main__':
    serve()
