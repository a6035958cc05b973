import os
import chainlit as cl
from rag.chain import chain

@cl.on_message
async def main(m): ...
