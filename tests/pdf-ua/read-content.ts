import { listOf, type PdfObject } from './open-pdf';
import { type ReadFont, readFont } from './read-font';

/** What a page paints: each piece of tagged content in the order of drawing. */
export interface ReadContent {
  readonly pieces: readonly Piece[];
  readonly fonts: readonly ReadFont[];
  readonly faults: readonly string[];
}

interface Piece {
  readonly tag: string;
  readonly mcid: number;
  readonly text: string;
}

interface Mark {
  readonly tag: string;
  readonly mcid: number | null;
  text: string;
}

const token =
  /<<|>>|<[0-9a-fA-F\s]*>|\((?:\\.|[^\\()])*\)|[[\]]|\/[^\s<>[\]()/%]*|[^\s<>[\]()/%]+/g;
const painting = new Set('Tj TJ \' " S s f F f* B B* b b* sh Do EI'.split(' '));
const showing = new Set('Tj TJ \' "'.split(' '));

export function readContent(page: PdfObject): ReadContent {
  const fonts = new Map<string, ReadFont>();
  page.get('Resources', 'Font').forEach((font, key) => {
    fonts.set(`/${key}`, readFont(font));
  });
  const faults: string[] = [];
  const pieces: Piece[] = [];
  const open: Mark[] = [];
  let font: ReadFont | undefined;
  let operands: string[] = [];

  for (const [word] of contentOf(page).matchAll(token)) {
    if (!/^[A-Za-z'"]/.test(word)) {
      operands.push(word);
      continue;
    }
    if (word === 'Tf') font = fonts.get(operands[0] ?? '');
    if (word === 'BDC' || word === 'BMC') begin();
    if (word === 'EMC') end();
    if (painting.has(word)) paint(word);
    if (showing.has(word)) show();
    operands = [];
  }
  if (open.length > 0) faults.push('01-005 marked content is not ended');
  const named = [...fonts.values()];
  return { pieces, fonts: named, faults: [...faults, ...named.flatMap((one) => one.faults)] };

  function paint(word: string) {
    const mark = open.at(-1);
    if (!mark) faults.push('01-005 painted without a tag');
    const isDrawing = !showing.has(word) && mark?.tag !== 'Artifact';
    if (isDrawing && mark?.tag !== 'Figure') faults.push('13-001 drawn outside of a Figure');
  }

  function begin() {
    const tag = (operands[0] ?? '').slice(1);
    const at = operands.indexOf('/MCID');
    const mark = { tag, mcid: at < 0 ? null : Number(operands[at + 1]), text: '' };
    const isWithinArtifact = open.some((outer) => outer.tag === 'Artifact');
    const isWithinTag = open.some(({ mcid }) => mcid !== null);
    if (tag === 'Artifact' && isWithinTag) faults.push('01-003 an artifact within tagged content');
    if (mark.mcid !== null && isWithinArtifact) faults.push('01-004 a tag within an artifact');
    if (mark.mcid === null && tag !== 'Artifact') faults.push(`01-005 ${tag} without an MCID`);
    open.push(mark);
  }

  function end() {
    const mark = open.pop();
    if (!mark) faults.push('01-005 marked content ends that has not begun');
    else if (mark.mcid !== null) pieces.push({ tag: mark.tag, mcid: mark.mcid, text: mark.text });
  }

  function show() {
    const strings = operands.filter((operand) => /^<[^<]/.test(operand));
    if (operands.some((operand) => operand.startsWith('('))) faults.push('10-001 letters by byte');
    for (const code of strings.join('').match(/[0-9a-fA-F]{4}/g) ?? []) {
      const place = Number.parseInt(code, 16);
      const text = font?.toUnicode?.get(place);
      if (place === 0) faults.push('31-030 a letter that the typeface has not');
      if (text === undefined) faults.push(`10-001 no Unicode for ${code} of ${font?.name}`);
      for (const mark of open) mark.text += text ?? '';
    }
  }
}

function contentOf(page: PdfObject): string {
  return listOf(page.get('Contents'))
    .map((stream) => stream.readStream().asString())
    .join('\n');
}
