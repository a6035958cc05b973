import schedule, time
from jobs import sync

schedule.every(10).minutes.do(sync)

while True:
    schedule.run_pending()
    time.sleep(1)
