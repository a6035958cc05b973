import logging, os
from telegram import Update
from telegram.ext import ApplicationBuilder, CommandHandler, ContextTypes
from handlers.start import start

def main():
    application = ApplicationBuilder().token(os.getenv('BOT_TOKEN')).build()
    application.add_handler(CommandHandler('start', start))
    application.run_polling()

if __name__ == '__main__':
    main()
