import scrapy

class Q(scrapy.Spider):
    name = 'q'
    start_urls = ['https://example.com']
