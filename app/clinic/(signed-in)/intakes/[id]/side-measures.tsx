import { useTranslations } from 'next-intl';
import { sides as bothSides, examinedInput, sideField } from '@/lib/clinic/examined-input';
import type { Answer, Answers } from '@/lib/triage/answers';
import type { Finding } from '@/lib/triage/knowledge-base';
import { say } from '@/lib/triage/voice';
import type { EditorState, IntakeEditor } from './intake-editor';
import { NumberInput } from './number-input';

interface SideMeasuresProps {
  readonly finding: Finding;
  readonly sides: NonNullable<Finding['sides']>;
  readonly editor: IntakeEditor;
  readonly state: EditorState;
  readonly soreSide: Answer | undefined;
}

/** Left and right beside each other, what counts of them, and whether they may be swapped. */
export function SideMeasures({ finding, sides, editor, state, soreSide }: SideMeasuresProps) {
  const t = useTranslations('intake.examination');
  const { id, minimum = 0, maximum = 0, step, unit } = finding;
  const bounds = {
    minimum: sides.minimum ?? minimum,
    maximum: sides.maximum ?? maximum,
    step,
    // That of the difference says which sign it has.
    unit: sides.counts === 'difference' ? undefined : unit,
  };
  const measured = bothSides.map((side) => {
    const value = state.fields[`findings.${sideField(id, side)}`];
    return { side, value: typeof value === 'number' ? value : null };
  });
  const counted = countedOf(finding, soreSide, measured);
  const isKnownSide = soreSide === 'left' || soreSide === 'right';
  return (
    <div className="grid gap-1 py-1">
      <div className="flex flex-wrap gap-x-6 gap-y-2">
        {measured.map(({ side, value }) => (
          <NumberInput
            key={side}
            label={t(soreSide === side ? 'soreSide' : 'side', { side: t(side) })}
            field={bounds}
            value={value}
            onChange={(next) => editor.change(`findings.${sideField(id, side)}`, next)}
          />
        ))}
      </div>
      <p aria-live="polite" className="min-h-[1.5em] text-quiet">
        {counted !== null &&
          t(sides.counts === 'sore' ? 'counts' : isKnownSide ? 'difference' : 'unsigned', {
            value: counted,
            unit: unit ? say(unit, { language: 'en' }) : '',
          })}
      </p>
      {sides.counts === 'difference' && counted !== null && counted < 0 && isKnownSide && (
        <p role="alert" className="measure border-l-4 border-ink pl-2 font-semibold">
          {t('swapped', { side: t(soreSide) })}
        </p>
      )}
    </div>
  );
}

/** What the rules read of the two measures; null while it cannot be said. */
function countedOf(
  finding: Finding,
  soreSide: Answer | undefined,
  measured: readonly { readonly side: 'left' | 'right'; readonly value: number | null }[],
): number | null {
  const findings: Answers = Object.fromEntries(
    measured.flatMap(({ side, value }) =>
      value === null ? [] : [[sideField(finding.id, side), value]],
    ),
  );
  const answers: Answers = soreSide === undefined ? {} : { side: soreSide };
  const input = examinedInput({ findings: [finding] }, { audience: 'patient', answers, findings });
  const counted = input.answers[finding.id];
  return typeof counted === 'number' ? counted : null;
}
