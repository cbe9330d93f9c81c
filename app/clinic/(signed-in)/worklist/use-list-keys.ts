'use client';

import { type RefObject, useEffect } from 'react';

/**
 * The keys of the list: j and k move the focus from row to row, / goes to the search, 1 to 6 filter,
 * ? tells all this. Where somebody writes, keys write; rows are links, so Enter opens them.
 */
export function useListKeys(box: RefObject<HTMLElement | null>, onHelp: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
      if (act(event.key, box.current, onHelp)) event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [box, onHelp]);
}

function act(key: string, box: HTMLElement | null, onHelp: () => void): boolean {
  switch (key) {
    case 'j':
      return move(box, 1);
    case 'k':
      return move(box, -1);
    case 'ArrowDown':
      return hasFocus(box) && move(box, 1);
    case 'ArrowUp':
      return hasFocus(box) && move(box, -1);
    case '/':
      document.getElementById('search')?.focus();
      return true;
    case '?':
      onHelp();
      return true;
    default: {
      const filter = /^[1-6]$/.test(key) && document.querySelector(`[data-key="${key}"]`);
      if (!(filter instanceof HTMLElement)) return false;
      filter.click();
      return true;
    }
  }
}

/** Arrows scroll the page until a row has the focus. */
function hasFocus(box: HTMLElement | null): boolean {
  return rowsIn(box).some((row) => row === document.activeElement);
}

function move(box: HTMLElement | null, by: 1 | -1): boolean {
  const rows = rowsIn(box);
  const place = rows.findIndex((row) => row.matches(':focus'));
  const next = rows[place === -1 ? 0 : Math.min(Math.max(place + by, 0), rows.length - 1)];
  next?.focus();
  return next !== undefined;
}

function rowsIn(box: HTMLElement | null): HTMLElement[] {
  return [...(box?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select') !== null;
}
