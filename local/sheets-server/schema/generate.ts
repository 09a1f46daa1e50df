/**
 * Writes the messages of an API from the types that `googleapis` ships: `node local/sheets-server/schema/generate.ts`.
 * The types know names and shapes; whole and broken numbers they do not tell apart, so the broken ones are listed here.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const DOUBLES = new Set(
  `
  BubbleChartSpec.bubbleOpacity ChartAxisViewWindowOptions.viewWindowMax ChartAxisViewWindowOptions.viewWindowMin
  ChartHistogramRule.intervalSize ChartHistogramRule.maxValue ChartHistogramRule.minValue Color.alpha Color.blue
  Color.green Color.red ExtendedValue.numberValue HistogramChartSpec.bucketSize
  HistogramChartSpec.outlierPercentile HistogramRule.end HistogramRule.interval HistogramRule.start
  IterativeCalculationSettings.convergenceThreshold PieChartSpec.pieHole PointStyle.size
  ScorecardChartSpec.scaleFactor TreemapChartSpec.maxValue TreemapChartSpec.minValue
`
    .trim()
    .split(/\s+/),
);

function typeOf(message: string, field: string, written: string): string {
  const type = written.replace(/ \| null$/, '').replace(/;$/, '');
  // Drive's messages hold some that have no name: they are not looked into.
  if (/^(Array<)?\{ (?!\[)/.test(type)) return type.startsWith('Array') ? 'any[]' : 'any';
  const map = /^\{\s*\[key: string\]: (.+?);?\s*\}$/.exec(type);
  if (map) return `{${typeOf(message, field, map[1] ?? '')}}`;
  if (type === 'any[][]') return 'line[]';
  const list = /^(?:Array<(.+)>|(.+)\[\])$/.exec(type);
  if (list) return `${typeOf(message, field, list[1] ?? list[2] ?? '')}[]`;
  if (type.startsWith('Schema$')) return type.slice('Schema$'.length);
  if (type === 'string') return 'string';
  if (type === 'boolean') return 'bool';
  if (type === 'number') return DOUBLES.has(`${message}.${field}`) ? 'double' : 'int';
  if (type === 'any') return 'any';
  throw new Error(`${message}.${field} has the type ${written}, which this generator does not know.`);
}

function messagesOf(types: string): Map<string, string[]> {
  const messages = new Map<string, string[]>();
  for (const [, name = '', body = ''] of types.matchAll(/^ {4}export interface Schema\$(\w+) \{\n(.*?)^ {4}\}/gms)) {
    const fields: string[] = [];
    const plain = body.replace(/\/\*\*.*?\*\//gs, '');
    for (const [, field = '', type = ''] of plain.matchAll(
      /^ {8}'?(\w+)'?\?: ((?:Array<)?\{.*?^ {8}\}[^;]*|[^;]+);/gms,
    ))
      fields.push(`${field}:${typeOf(name, field, type.replace(/\s+/g, ' '))}`);
    messages.set(name, fields);
  }
  return messages;
}

/** The text of a file of messages, and where it belongs. */
function generate(api: string, version: string, exported: string, keep: (name: string) => boolean) {
  const source = new URL(`../../../node_modules/googleapis/build/src/apis/${api}/${version}.d.ts`, import.meta.url);
  const messages = [...messagesOf(readFileSync(source, 'utf8'))].filter(([name]) => keep(name));
  if (messages.length === 0) throw new Error(`${source.pathname} holds no messages: has googleapis changed its types?`);
  const lines = messages.map(([name, fields]) => {
    const line = `  ${name}: '${fields.join(' ')}',`;
    // As the formatter leaves it: a short name stays beside its value.
    return line.length <= 120 || name.length <= 4 ? line : line.replace(': ', ':\n    ');
  });
  const text = [
    `/** The messages of the ${api} API, each with its fields and their types. Written by generate.ts: do not edit. */`,
    `export const ${exported}: Readonly<Record<string, string>> = {`,
    ...lines,
    '};',
    '',
  ].join('\n');
  return { file: new URL(`./${api}-messages.ts`, import.meta.url), text };
}

const DRIVE =
  /^(File|FileList|Permission|PermissionList|Change|ChangeList|StartPageToken|Comment|CommentList|Reply|About|User|Drive|ContentRestriction|TeamDrive|LabelField|Label)$/;

/** What the installed types say now; a test holds it against the files as they stand. */
export const generated = () => [
  generate('sheets', 'v4', 'SHEETS_MESSAGES', () => true),
  generate('drive', 'v3', 'DRIVE_MESSAGES', (name) => DRIVE.test(name)),
];

if (import.meta.main) for (const { file, text } of generated()) writeFileSync(file, text);
