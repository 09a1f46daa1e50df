/** One line of JSON for CloudWatch. Figures and ids only: never what people typed, never a credential. */
export function log(event: string, fields: Readonly<Record<string, string | number | boolean | undefined>>): void {
  process.stdout.write(`${JSON.stringify({ event, ...fields })}\n`);
}
