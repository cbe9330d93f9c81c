export type Fetched =
  | { readonly outcome: 'made'; readonly file: Blob }
  /** The rules have changed since the page was opened. */
  | { readonly outcome: 'outdated' }
  /** Too many were made of late. */
  | { readonly outcome: 'busy' }
  /** Named by field. */
  | { readonly outcome: 'refused'; readonly messages: readonly string[] }
  | { readonly outcome: 'not-reached' };

const patienceMs = 30_000;

/** Asks the server for a paper. Never rejects. */
export async function fetchPaper(address: string, body: object): Promise<Fetched> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(patienceMs),
    });
    if (response.ok) return { outcome: 'made', file: await response.blob() };
    if (response.status === 409) return { outcome: 'outdated' };
    if (response.status === 429) return { outcome: 'busy' };
    if (response.status >= 500) return { outcome: 'not-reached' };
    const { title, errors }: Problem = await response.json();
    const named = errors.map(({ field, message }) => `${field}: ${message}`);
    return { outcome: 'refused', messages: named.length > 0 ? named : [title] };
  } catch {
    return { outcome: 'not-reached' };
  }
}

interface Problem {
  readonly title: string;
  readonly errors: readonly { readonly field: string; readonly message: string }[];
}
