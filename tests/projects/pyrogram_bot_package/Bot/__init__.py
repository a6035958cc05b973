from pyrogram import Client

app = Client('bot', api_id=1, api_hash='x')
