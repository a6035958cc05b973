import logging

if __name__ == '__main__':
    logging.info('x')
