import telebot
import os

bot = telebot.TeleBot(os.environ.get('TOKEN'))

@bot.message_handler(commands=['start'])
def start(m):
    bot.reply_to(m, 'hi')

bot.infinity_polling()
