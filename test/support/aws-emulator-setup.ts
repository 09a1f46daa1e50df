import type { TestProject } from 'vitest/node';
import { type EmulatorProgram, emulatorProgram } from './aws-emulator-install.ts';

declare module 'vitest' {
  interface ProvidedContext {
    awsEmulator: EmulatorProgram;
  }
}

/** Once for all test files that need it, so that they don't install it side by side. */
export default async function setup(project: TestProject): Promise<void> {
  const found = await emulatorProgram();
  if ('missing' in found) process.stdout.write(`Skipped, nothing is deployed: ${found.missing}\n`);
  project.provide('awsEmulator', found);
}
