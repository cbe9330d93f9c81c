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
  const summarized = instruments.flatMap(({ id, name, applies, min, max, band, unknownItems }) => {
    const instrument = base.instruments.find((one) => one.id === id);
    if (!instrument || !applies || min === null || max === null) return [];
    if (instrument.items && unknownItems.length === instrument.items.length) return [];
    const bandName = instrument.bands.find((one) => one.id === band)?.name;
    const shown = {
      id,
      name,
      min,
      max,
      band: bandName ? say(bandName, voice) : null,
      unknownItems: unknownItems.map((item) => describeItem(instrument, item, reader, voice)),
      isVariant: instrument.variantOf !== undefined,
    };
    return [{ rank: rankOf(instrument, band), shown }];
  });
  return summarized.sort((a, b) => a.rank - b.rank).map(({ shown }) => shown);
}

/** What was found comes first, then what is still open, then what was not found; variants last. */
function rankOf({ bands, variantOf }: Instrument, band: string | null): number {
  if (variantOf !== undefined) return 3;
  if (band === null) return 1;
  return band === bands[0]?.id ? 2 : 0;
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
