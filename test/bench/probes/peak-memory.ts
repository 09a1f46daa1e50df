import { readFileSync } from 'node:fs';

/**
 * Peak resident memory of this process in MB. From `/proc` where there is one: the peak that `getrusage` tells begins,
 * on Linux, with that of the process that started this one.
 */
export function peakMemoryMb(): number {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    if (kilobytes !== undefined) return Number(kilobytes) / 1024;
  } catch {
    // No /proc on this system.
  }
  return process.resourceUsage().maxRSS / 1024;
}
