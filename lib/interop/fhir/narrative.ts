import type { Narrative } from 'fhir/r4';

/** Texts as a list that any viewer shows; null where there are none. */
export function toNarrative(texts: readonly string[]): Narrative | null {
  if (texts.length === 0) return null;
  const items = texts.map((text) => `<li>${escapeXml(text)}</li>`).join('');
  return {
    status: 'generated',
    div: `<div xmlns="http://www.w3.org/1999/xhtml"><ul>${items}</ul></div>`,
  };
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
