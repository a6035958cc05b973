from Bot import app
import Bot.plugins

if __name__ == '__main__':
    app.run()
