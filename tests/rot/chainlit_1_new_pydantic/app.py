import chainlit as cl


@cl.on_chat_start
async def start():
    await cl.Message(content="Ask me anything.").send()


@cl.on_message
async def answer(message: cl.Message):
    await cl.Message(content=message.content[::-1]).send()
