import numpy as np
from scipy.misc import imread, imresize
import matplotlib
matplotlib.use('Agg')
import matplotlib.pyplot as plt

def main():
    img = imread('digit.png')
    small = imresize(img, (8, 8))
    print('shape', small.shape)
    plt.imshow(small)
    plt.savefig('/tmp/out.png')

if __name__ == '__main__':
    main()
