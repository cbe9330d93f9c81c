const everyMs = 100;

/** Above this a process was not slow but stopped: by the machine, or by somebody else on it. */
export const pauseMsMax = 3000;

/** Watches this process; the function that is returned ends that, and tells its longest pause in ms. */
export function watchPauses(): () => number {
  let longestMs = 0;
  let last = performance.now();
  const look = () => {
    const now = performance.now();
    longestMs = Math.max(longestMs, now - last);
    last = now;
  };
  const timer = setInterval(look, everyMs);
  return () => {
    clearInterval(timer);
    look();
    return Math.round(longestMs);
  };
}
