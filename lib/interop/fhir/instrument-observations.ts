/** The scores as Observations: a number, or the range that unknown items leave open. */
import type { Observation } from 'fhir/r4';
import { say } from '../../triage/voice';
import { beginObservation, toQuantity, voiceOf } from './begin-observation';
import { systemOf } from './canonical';
import { absentBecause } from './data-absent';
import type { DocumentSource } from './document-source';
import type { Entry } from './entry';
import type { Frame } from './frame';

/** One for each instrument that certainly applies. */
export function toInstruments(source: DocumentSource, frame: Frame): Entry<Observation>[] {
  const { base, assessment } = source;
  const voice = voiceOf(source);
  return assessment.instruments.flatMap((scored) => {
    const { id, name, applies, min, max, band, unknownItems } = scored;
    const instrument = base.instruments.find((one) => one.id === id);
    if (!applies || !instrument) return [];
    const code = { coding: [{ system: systemOf('instruments'), code: id }], text: name };
    const { items = [], bands, measure, appliesTo } = instrument;
    const bandName = bands.find((one) => one.id === band)?.name;
    const field = [...base.questions, ...base.findings].find((one) => one.id === measure);
    const quantity = (value: number) => (field ? toQuantity(source, field, value) : { value });
    const value =
      min === null || max === null
        ? { dataAbsentReason: absentBecause('unknown') }
        : min === max
          ? { valueQuantity: quantity(min) }
          : { valueRange: { low: quantity(min), high: quantity(max) } };
    const unknown = unknownItems.flatMap((open) => {
      const item = items.find((one) => one.id === open);
      if (!item) return [];
      return [
        { code: { text: say(item.text, voice) }, dataAbsentReason: absentBecause('unknown') },
      ];
    });
    const observation: Observation = {
      ...beginObservation(source, frame, instrument.examination ? 'exam' : 'survey', code),
      ...value,
      ...(bandName && { interpretation: [{ text: say(bandName, voice) }] }),
      note: [{ text: say(appliesTo, voice) }],
      ...(unknown.length > 0 && { component: unknown }),
    };
    return [frame.enter(`instrument ${id}`, observation)];
  });
}
