import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Replaces a file whole: after a crash there is the old content or the new one. */
export async function writeDurably(path: string, content: string): Promise<void> {
  const half = `${path}.tmp`;
  const file = await open(half, 'w');
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(half, path);
  await syncFolder(dirname(path));
}

/** Windows opens no folders, and needs none synced. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
