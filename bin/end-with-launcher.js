/**
 * Preloaded into the processes that `npm start` starts: a launcher that was killed cannot end
 * them, but the pipe that it held as their stdin closes.
 */
if (process.env.SURAE_LAUNCHER === String(process.ppid)) {
  process.stdin.once('close', () => process.kill(-process.pid, 'SIGKILL'));
  process.stdin.resume();
  process.stdin.unref();
}
