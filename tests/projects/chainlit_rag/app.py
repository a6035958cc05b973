import chainlit as cl
from langchain.chains import RetrievalQA

@cl.on_chat_start
async def start():
    pass

@cl.on_message
async def main(message: cl.Message):
    await cl.Message('x').send()
