import subprocess
import sys

if __name__ == '__main__':
    subprocess.run([sys.executable, '-m', 'streamlit', 'run', 'ui/front.py', '--server.port', '8600'])
