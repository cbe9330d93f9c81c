/** The server's clock, for a page that is made once, for one request. */
export function serverNow(): Date {
  return new Date();
}
