const home = '/clinic/worklist';

/** Where somebody goes once signed in: within the clinic's pages, wherever a link says. */
export function nextPath(asked: unknown): string {
  return typeof asked === 'string' && /^\/clinic\/[\w/-]*$/.test(asked) ? asked : home;
}
