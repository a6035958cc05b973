import multiprocessing

bind = "0.0.0.0:8090"
worker_class = "uvicorn.workers.UvicornWorker"
workers = multiprocessing.cpu_count()
