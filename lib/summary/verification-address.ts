/**
 * Where a browser replays the answers. They stand behind the `#`, which a browser keeps to itself:
 * neither the server nor a log of it sees them.
 * @param origin of the site, such as `https://surae.example`
 */
export function verificationAddress(origin: string, replay: string): string {
  return `${origin}/verify#${replay}`;
}
