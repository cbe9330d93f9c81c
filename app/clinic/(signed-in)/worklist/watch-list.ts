const address = '/clinic/worklist/events';
/** After a refusal the browser tries no more by itself. */
const reopenMs = 10_000;
/** Also without news: time alone makes an intake overdue, or brings one back. */
const renewMs = 60_000;
/** Several changes at once are one. */
const pauseMs = 500;

interface Watcher {
  readonly onNews: () => void;
  /** By the clock, whether or not something changed. */
  readonly onRenew: () => void;
  readonly onLive: (isLive: boolean) => void;
}

/** Hears when the list changes, also after the stream was lost. Returns the way to stop. */
export function watchList({ onNews, onRenew, onLive }: Watcher): () => void {
  let pausing: ReturnType<typeof setTimeout> | undefined;
  let reopening: ReturnType<typeof setTimeout> | undefined;
  let wasLost = false;
  let events = open();
  const renewing = setInterval(onRenew, renewMs);
  return () => {
    clearTimeout(pausing);
    clearTimeout(reopening);
    clearInterval(renewing);
    events.close();
  };

  function open(): EventSource {
    const source = new EventSource(address);
    source.addEventListener('worklist', tellSoon);
    source.addEventListener('open', () => {
      onLive(true);
      // What came meanwhile, nobody told.
      if (wasLost) tellSoon();
      wasLost = false;
    });
    source.addEventListener('error', () => {
      onLive(false);
      wasLost = true;
      if (source.readyState !== EventSource.CLOSED) return;
      reopening = setTimeout(() => {
        events = open();
      }, reopenMs);
    });
    return source;
  }

  function tellSoon() {
    clearTimeout(pausing);
    pausing = setTimeout(onNews, pauseMs);
  }
}
