'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { makeUuid } from '@/app/components/make-uuid';
import { readUnsent, type UnsentPlace, writeUnsent } from '../../unsent-changes';
import { type EditorState, IntakeEditor } from './intake-editor';
import type { PageIntake } from './page-intake';
import { fetchStanding, type Standing, sendChanges } from './send-changes';

interface Editing {
  readonly editor: IntakeEditor;
  readonly state: EditorState;
  /** What somebody else changed last while the page was open. */
  readonly theirs: Standing['last'];
}

/** The editor of an intake, sending as soon as it can, and learning what others change. */
export function useIntakeEditor(intake: PageIntake, memberId: string): Editing {
  const { id, fields, revision } = intake;
  const router = useRouter();
  const [editor] = useState(() => makeEditor({ memberId, intakeId: id }, { fields, revision }));
  const [theirs, setTheirs] = useState<Standing['last']>(null);
  const state = useSyncExternalStore(editor.subscribe, editor.state, editor.state);

  useEffect(() => {
    editor.start();
    const flush = () => void editor.flush();
    window.addEventListener('online', flush);
    window.addEventListener('focus', flush);
    const events = new EventSource('/clinic/worklist/events');
    const learn = async () => {
      const standing = await fetchStanding(id);
      if (!standing || standing.revision <= editor.state().revision) return;
      editor.takeOver(standing);
      if (standing.state !== 'open') router.refresh();
      else setTheirs(standing.last);
    };
    events.addEventListener('worklist', () => void learn());
    return () => {
      editor.stop();
      window.removeEventListener('online', flush);
      window.removeEventListener('focus', flush);
      events.close();
    };
  }, [editor, id, router]);

  return { editor, state, theirs };
}

function makeEditor(
  place: UnsentPlace,
  stored: Pick<PageIntake, 'fields' | 'revision'>,
): IntakeEditor {
  return new IntakeEditor(stored, {
    send: (body) => sendChanges(place.intakeId, body),
    read: () => readUnsent(place),
    write: (unsent) => writeUnsent(place, unsent),
    makeId: makeUuid,
    later: (callback, ms) => {
      const timer = setTimeout(callback, ms);
      return () => clearTimeout(timer);
    },
  });
}
