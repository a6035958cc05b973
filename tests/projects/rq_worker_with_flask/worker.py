from rq import Worker, Queue
from redis import Redis

if __name__ == '__main__':
    w = Worker(['default'], connection=Redis())
    w.work()
