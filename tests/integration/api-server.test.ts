/** The API as a running server has it: behind the proxy, in parts, in pieces larger than a buffer. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareRun, type Surae, startSurae } from '../start-surae';

let run: Awaited<ReturnType<typeof prepareRun>>;
let surae: Surae;

beforeAll(async () => {
  run = await prepareRun();
  surae = startSurae(run.environment);
  await surae.prints('Surae is ready');
});

afterAll(async () => {
  surae.launcher.kill('SIGTERM');
  await surae.ends;
  run.remove();
});

function postLines(body: ReadableStream<Uint8Array>): Promise<Response> {
  return fetch(`${run.url}/api/v1/assess/batch`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body,
    duplex: 'half',
  } as RequestInit);
}

test('the first line is answered before the second is sent', async () => {
  const encoder = new TextEncoder();
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const answer = postLines(readable);
  await writer.write(encoder.encode('{"id": "first", "answers": {}}\n'));
  const reader = (await answer).body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  while (!text.includes('\n')) text += decoder.decode((await reader?.read())?.value);
  expect(JSON.parse(text).id).toBe('first');
  await writer.write(encoder.encode('{"id": "second", "answers": {}}\n'));
  await writer.close();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    text += decoder.decode(part.value);
  }
  expect(JSON.parse(text.trim().split('\n')[1] ?? '').id).toBe('second');
});

test('no line is lost of a body larger than any buffer on the way', async () => {
  // Each is refused in a few bytes: 400 × 60 kB.
  const line = new TextEncoder().encode(`{"more": "${'x'.repeat(60_000)}"}\n`);
  let left = 400;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (left === 0) return controller.close();
      left -= 1;
      controller.enqueue(line);
    },
  });
  const lines = (await (await postLines(body)).text()).trim().split('\n');
  expect(lines).toHaveLength(400);
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ line: 400 });
});

test('a batch that is too long is told where it stopped, while it is still being sent', async () => {
  const block = new TextEncoder().encode('x\n'.repeat(1000));
  let left = 100;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (left === 0) return controller.close();
      left -= 1;
      controller.enqueue(block);
    },
  });
  const lines = (await (await postLines(body)).text()).trim().split('\n');
  expect(lines).toHaveLength(10_001);
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ status: 413, line: 10_001 });
  expect((await fetch(`${run.url}/api/v1/live`)).status).toBe(204);
});

test.each([
  ['GET', '/api/v1/assess', 405],
  ['PUT', '/api/v1/assess/batch', 405],
  ['POST', '/api/v1/knowledge', 405],
  ['GET', '/solve-case', 405],
  ['GET', '/api/v1/openapi.json', 200],
  ['GET', '/api/v1/live', 204],
])('%s %s is answered by %i', async (method, path, status) => {
  const response = await fetch(run.url + path, { method });
  expect(response.status).toBe(status);
  expect(response.headers.get('allow')).toBe(
    status === 405 ? (path === '/api/v1/knowledge' ? 'GET' : 'POST') : null,
  );
});

test('the page to try it stands under the policy of every page, and names each operation', async () => {
  const response = await fetch(`${run.url}/api/v1/docs`);
  const page = await response.text();
  const nonce = /'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1];
  for (const [, attributes = ''] of page.matchAll(/<script([^>]*)>/g)) {
    expect(attributes).toContain(`nonce="${nonce}"`);
  }
  for (const path of ['/api/v1/assess/batch', '/api/v1/knowledge', '/solve-case']) {
    expect(page).toContain(path);
  }
});
