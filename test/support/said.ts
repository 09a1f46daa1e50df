import { vi } from 'vitest';

export interface Said {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command in this process, with its clock and clients, and hears what it says. */
export async function said(command: () => Promise<number>): Promise<Said> {
  const heard = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((stream) =>
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      heard[stream] += String(text);
      return true;
    }),
  );
  try {
    return { code: await command(), ...heard };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
