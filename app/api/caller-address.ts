/**
 * A name for whoever calls without saying who it is: the address, if there is a header in which the
 * proxy in front, and nobody else, writes it; else all such callers have one name.
 * @param addressHeader its name, empty if there is none
 */
export function callerAddress(headers: Headers, addressHeader: string): string {
  return `address ${(addressHeader && headers.get(addressHeader)) || 'unknown'}`;
}
