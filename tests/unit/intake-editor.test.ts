import { describe, expect, test } from 'vitest';
import {
  type Change,
  type Fields,
  IntakeEditor,
  type Stored,
} from '@/app/clinic/(signed-in)/intakes/[id]/intake-editor';
import type { Clash } from '@/lib/clinic/change-intake';

const comment = 'conclusion.comment';
const gap = 'findings.tendon-gap';

/** An editor before a server that answers as told, on a device that keeps what is written to it. */
function makeEditor(answers: Stored[], kept: string | null = null, fields: Fields = {}) {
  const sent: { changeId: string; changes: readonly Change[] }[] = [];
  const timers: { callback: () => void; ms: number }[] = [];
  const device = { unsent: kept };
  let ids = 0;
  const editor = new IntakeEditor(
    { fields, revision: 0 },
    {
      send: async (body) => {
        sent.push(body);
        return answers.shift() ?? { outcome: 'not-reached' };
      },
      read: () => device.unsent,
      write: (unsent) => {
        device.unsent = unsent;
      },
      makeId: () => {
        ids += 1;
        return `id-${ids}`;
      },
      later: (callback, ms) => {
        const timer = { callback, ms };
        timers.push(timer);
        return () => timers.splice(timers.indexOf(timer), timers.includes(timer) ? 1 : 0);
      },
    },
  );
  return { editor, sent, timers, device };
}

const stored = (fields: Fields, revision = 1, clashes: readonly Clash[] = []): Stored => ({
  ...{ outcome: 'stored', fields, revision, clashes },
});

describe('a change', () => {
  test('is on the page at once, sent after a pause, and gone from the device once stored', async () => {
    const { editor, sent, timers, device } = makeEditor([stored({ [gap]: 'none' })]);
    editor.change(gap, 'none');
    expect(editor.state()).toMatchObject({ fields: { [gap]: 'none' }, revision: 0 });
    expect(device.unsent).toContain('none');
    expect(timers).toHaveLength(1);
    await editor.flush();
    expect(sent).toEqual([
      { changeId: 'id-1', changes: [{ field: gap, was: null, value: 'none' }] },
    ]);
    expect(editor.state()).toMatchObject({ status: 'stored', revision: 1 });
    expect(device.unsent).toBeNull();
  });

  test('taken back before it was sent is not sent', async () => {
    const { editor, sent } = makeEditor([]);
    editor.change(gap, 'none');
    editor.change(gap, null);
    await editor.flush();
    expect(sent).toEqual([]);
  });

  test('that did not arrive is sent again with the same id, and waits longer each time', async () => {
    const { editor, sent, timers } = makeEditor([
      { outcome: 'not-reached' },
      { outcome: 'not-reached' },
      stored({ [gap]: 'none' }),
    ]);
    editor.change(gap, 'none');
    await editor.flush();
    expect(editor.state()).toMatchObject({ status: 'not-reached', fields: { [gap]: 'none' } });
    const waits = [timers.at(-1)?.ms];
    await editor.flush();
    waits.push(timers.at(-1)?.ms);
    await editor.flush();
    expect(waits).toEqual([1000, 2000]);
    expect(sent.map(({ changeId }) => changeId)).toEqual(['id-1', 'id-1', 'id-1']);
    expect(editor.state().status).toBe('stored');
  });

  test('made while another is under way goes after it, on top of what that one leaves', async () => {
    const { editor, sent } = makeEditor([
      { outcome: 'not-reached' },
      stored({ [comment]: 'a' }),
      stored({ [comment]: 'ab' }, 2),
    ]);
    editor.change(comment, 'a');
    await editor.flush();
    editor.change(comment, 'ab');
    await editor.flush();
    expect(sent.map(({ changeId }) => changeId)).toEqual(['id-1', 'id-1', 'id-2']);
    expect(sent.at(-1)?.changes).toEqual([{ field: comment, was: 'a', value: 'ab' }]);
    expect(editor.state()).toMatchObject({ status: 'stored', revision: 2 });
  });

  test('is waited for by whoever needs all of it to be stored', async () => {
    const { editor, sent } = makeEditor([stored({ [gap]: 'none' }), stored({ [gap]: 'none' }, 2)]);
    editor.change(gap, 'none');
    const first = editor.flush();
    editor.change(comment, 'a');
    await editor.flush();
    expect(sent).toHaveLength(2);
    expect(editor.state().status).toBe('stored');
    await first;
  });

  test('survives a reload, and is sent as it was', async () => {
    const before = makeEditor([{ outcome: 'not-reached' }]);
    before.editor.change(gap, 'none');
    await before.editor.flush();
    const after = makeEditor([stored({ [gap]: 'none' })], before.device.unsent);
    expect(after.editor.state().fields).toEqual({ [gap]: 'none' });
    after.editor.start();
    await after.editor.flush();
    expect(after.sent).toEqual(before.sent);
    expect(after.device.unsent).toBeNull();
  });

  test('that the server refuses leaves, with its reason, and the rest is sent', async () => {
    const { editor, sent } = makeEditor([
      { outcome: 'refused', faults: [{ field: gap, message: 'no such option' }] },
      stored({ [comment]: 'a' }),
    ]);
    editor.change(gap, 'x');
    editor.change(comment, 'a');
    await editor.flush();
    expect(sent).toHaveLength(2);
    expect(sent[1]?.changes.map(({ field }) => field)).toEqual([comment]);
    expect(editor.state()).toMatchObject({
      status: 'stored',
      fields: { [comment]: 'a' },
      faults: [{ field: gap }],
    });
  });

  test.each(['signed-out', 'closed'] as const)(
    'stays on the device where it is %s',
    async (outcome) => {
      const { editor, device } = makeEditor([{ outcome }]);
      editor.change(comment, 'typed for ten minutes');
      await editor.flush();
      expect(editor.state().status).toBe(outcome);
      expect(device.unsent).toContain('typed for ten minutes');
    },
  );
});

describe('a clash', () => {
  const clash = { field: comment, theirs: 'theirs', by: 'Sam', at: null };
  async function clashed(more: Stored[] = []) {
    const made = makeEditor([stored({ [comment]: 'theirs' }, 2, [clash]), ...more]);
    made.editor.change(comment, 'mine');
    await made.editor.flush();
    return made;
  }

  test('shows theirs, and keeps mine', async () => {
    const { editor } = await clashed();
    expect(editor.state()).toMatchObject({
      fields: { [comment]: 'theirs' },
      clashes: [{ ...clash, mine: 'mine' }],
    });
  });

  test('ends with mine, sent over theirs', async () => {
    const { editor, sent } = await clashed([stored({ [comment]: 'mine' }, 3)]);
    editor.settle(comment, 'mine');
    await editor.flush();
    expect(sent.at(-1)?.changes).toEqual([{ field: comment, was: 'theirs', value: 'mine' }]);
    expect(editor.state().clashes).toEqual([]);
  });

  test('ends with theirs, and nothing is sent', async () => {
    const { editor, sent } = await clashed();
    editor.settle(comment, 'theirs');
    await editor.flush();
    expect(sent).toHaveLength(1);
    expect(editor.state()).toMatchObject({ clashes: [], fields: { [comment]: 'theirs' } });
  });
});

test('what somebody else changed appears, and an older word does not undo it', () => {
  const { editor } = makeEditor([]);
  editor.change(comment, 'mine');
  editor.takeOver({ fields: { [gap]: 'none' }, revision: 4 });
  editor.takeOver({ fields: {}, revision: 3 });
  expect(editor.state().fields).toEqual({ [gap]: 'none', [comment]: 'mine' });
});
