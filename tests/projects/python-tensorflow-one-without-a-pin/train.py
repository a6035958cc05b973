import tensorflow as tf
from tensorflow.contrib import rnn

if __name__ == "__main__":
    cell = rnn.LSTMCell(10)
    inputs = tf.placeholder(tf.int32, [50, 50])
    with tf.Session() as session:
        session.run(inputs)
