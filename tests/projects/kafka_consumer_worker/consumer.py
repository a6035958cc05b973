from kafka import KafkaConsumer
import json

consumer = KafkaConsumer('topic', bootstrap_servers='kafka:9092')

for message in consumer:
    print(json.loads(message.value))
