'use client';

import { useEffect } from 'react';

/** The server notes the use of a session no more often. */
const tellEveryMs = 60_000;
const signs = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/**
 * Tells the server while somebody acts on the page: what a page asks for by itself, such as a list
 * that renews itself, keeps no session alive.
 */
export function Presence() {
  useEffect(() => {
    let toldAtMs = performance.now();
    const tell = () => {
      if (performance.now() - toldAtMs < tellEveryMs) return;
      toldAtMs = performance.now();
      // What is lost on the way, the next sign makes up for.
      fetch('/api/clinic/presence', { method: 'POST' }).catch(() => {});
    };
    for (const sign of signs) addEventListener(sign, tell, { passive: true });
    return () => {
      for (const sign of signs) removeEventListener(sign, tell);
    };
  }, []);
  return null;
}
