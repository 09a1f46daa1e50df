import { machine, versions } from '../machine.ts';

/** When, where and with what, for the foot of a table. */
export function measuredOn(): string {
  const { cores, model, memoryGb, platform } = machine();
  const { node, leadsheet, commit } = versions();
  const what = `Node ${node}, leadsheet ${leadsheet}${commit === undefined ? '' : ` (${commit})`}`;
  return `${new Date().toISOString().slice(0, 10)}, ${cores} x ${model}, ${memoryGb} GB, ${platform}; ${what}`;
}
