import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { CannotStart, reasonOf } from '../cannot-start';

/** A file that grows, from a length on that is known to be right. */
export interface GrowingFile {
  /** In bytes; 0 until it was cut. */
  readonly length: number;
  /** What stands after `length` bytes is dropped. */
  readonly cut: (length: number) => Promise<void>;
  readonly append: (bytes: Uint8Array) => Promise<void>;
  /** Resolves when all of it is on disk. */
  readonly sync: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Opens a file, or makes it. Throws `CannotStart` on what is no file, or is shorter than it was.
 * @param lengthMin in bytes; null where the content counts for nothing
 */
export async function openGrowing(path: string, lengthMin: number | null): Promise<GrowingFile> {
  const file = await open(path, constants.O_RDWR | constants.O_CREAT).catch((error: unknown) => {
    throw new CannotStart(`${path}: ${reasonOf(error)}`);
  });
  const stat = await file.stat();
  if (stat.isFile() && stat.size >= (lengthMin ?? 0)) return growingFile(file);
  await file.close();
  if (!stat.isFile()) throw new CannotStart(`${path} is no file.`);
  throw new CannotStart(`${path} is shorter than it was. --restart begins with the first row.`);
}

function growingFile(file: FileHandle): GrowingFile {
  let length = 0;
  return {
    get length() {
      return length;
    },
    cut: async (to) => {
      await file.truncate(to);
      length = to;
    },
    append: async (bytes) => {
      for (let written = 0; written < bytes.length; ) {
        const { bytesWritten } = await file.write(bytes, written, bytes.length - written, length);
        written += bytesWritten;
        length += bytesWritten;
      }
    },
    sync: () => file.datasync(),
    close: () => file.close(),
  };
}
