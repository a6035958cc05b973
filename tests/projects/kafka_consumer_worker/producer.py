from kafka import KafkaProducer

if __name__ == '__main__':
    KafkaProducer().send('topic', b'x')
