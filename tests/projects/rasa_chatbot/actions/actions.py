from rasa_sdk import Action


class Time(Action):
    def name(self):
        return "time"
