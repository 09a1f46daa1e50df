const OTHER = 'give another folder';
const REASONS: Readonly<Record<string, string>> = {
  EACCES: `may not be read and written by you: change its permissions, or ${OTHER}`,
  EPERM: `may not be read and written by you: change its permissions, or ${OTHER}`,
  EROFS: `cannot be written to: ${OTHER}`,
  EEXIST: 'is a file: give a folder',
  ENOTDIR: 'is a file, or lies below one: give a folder',
  ENOSPC: `has no space left: make room, or ${OTHER}`,
};

/** What to do about a folder that the system refuses; other errors come back as they are. */
export function folderError(error: unknown, folder: string): unknown {
  const reason = error instanceof Error && 'code' in error ? REASONS[String(error.code)] : undefined;
  return reason === undefined ? error : new Error(`${folder} ${reason}.`, { cause: error });
}
