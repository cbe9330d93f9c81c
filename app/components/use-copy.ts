import { useState } from 'react';

export type CopyState = 'idle' | 'copied' | 'refused';

/** Copies text to the clipboard, and tells what came of it. */
export function useCopy(): { state: CopyState; copy: (text: string) => Promise<void> } {
  const [state, setState] = useState<CopyState>('idle');

  async function copy(text: string) {
    try {
      // Missing where the page was not served over https.
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      setState('refused');
    }
  }

  return { state, copy };
}
