async def start(update, context):
    await update.message.reply_text('hi')
