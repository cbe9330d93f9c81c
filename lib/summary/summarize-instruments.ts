import type { Assessment } from '../triage/assessment';
import type { Instrument, KnowledgeBase } from '../triage/knowledge-base';
import { say, type Voice } from '../triage/voice';
import type { AnswerReader } from './state-answers';
import type { SummaryInstrument } from './summary';

/**
 * The instruments that apply and of which something is known, each as the range that the unknown
 * items leave.
 */
export function summarizeInstruments(
  base: KnowledgeBase,
  { instruments }: Pick<Assessment, 'instruments'>,
  reader: AnswerReader,
  voice: Voice,
): SummaryInstrument[] {
  return instruments.flatMap(({ id, name, applies, min, max, band, unknownItems }) => {
    const instrument = base.instruments.find((one) => one.id === id);
    if (!instrument || !applies || min === null || max === null) return [];
    if (instrument.items && unknownItems.length === instrument.items.length) return [];
    const bandName = instrument.bands.find((one) => one.id === band)?.name;
    return [
      {
        id,
        name,
        min,
        max,
        band: bandName ? say(bandName, voice) : null,
        unknownItems: unknownItems.map((item) => describeItem(instrument, item, reader, voice)),
      },
    ];
  });
}

function describeItem(
  { items = [] }: Instrument,
  item: string,
  reader: AnswerReader,
  voice: Voice,
): string {
  const found = items.find(({ id }) => id === item);
  return found ? say(found.text, voice) : reader.state(item).label;
}
