import tensorflow as tf
from tensorflow.examples.tutorials.mnist import input_data
x = tf.placeholder(tf.float32, [None, 4])
w = tf.Variable(tf.zeros([4, 2]))
y = tf.nn.softmax(tf.matmul(x, w))
with tf.Session() as s:
    s.run(tf.global_variables_initializer())
    print('softmax', s.run(y, {x: [[1, 2, 3, 4]]}))
