import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const FILE = 'server.lock';
/** Folders that servers of this process hold: one of a process that had the same number before does not count. */
const held = new Set<string>();

/**
 * Takes a folder for one server: two would overwrite each other's journals. Returns what gives it free. A server that
 * was killed leaves its lock behind, which does not count once its process is gone. Throws when the folder is taken.
 */
export function lockFolder(folder: string): () => void {
  const file = path.resolve(folder, FILE);
  if (held.has(file)) throw taken(folder, process.pid, file);
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    const owner = Number(readFileSync(file, 'utf8'));
    if (owner !== process.pid && isRunning(owner)) throw taken(folder, owner, file);
    writeFileSync(file, String(process.pid));
  }
  held.add(file);
  return () => {
    held.delete(file);
    rmSync(file, { force: true });
  };
}

const taken = (folder: string, owner: number, file: string): Error =>
  new Error(
    `${folder} is in use by another server (process ${owner}). End that one or give another folder; if there is none, delete ${file}.`,
  );

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // It is there, and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
