import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** Files that the tap is started with. */
export interface TapFiles {
  readonly config: string;
  readonly catalog: string;
}

interface Catalog {
  readonly streams: readonly { readonly stream: string; readonly metadata: readonly StreamMetadata[] }[];
}

interface StreamMetadata {
  readonly breadcrumb: readonly string[];
  metadata: Record<string, unknown>;
}

const RUNNER = fileURLToPath(new URL('scripts/run.py', import.meta.url));

/** What a person does once before the first sync: settings, `--discover`, and the choice of a tab. */
export async function setUpTap(
  python: string,
  tab: string,
  folder: string,
  env: Readonly<Record<string, string>>,
): Promise<TapFiles> {
  const config = join(folder, 'tap-config.json');
  const catalog = join(folder, 'tap-catalog.json');
  const settings = {
    ...{ client_id: 'bench', client_secret: 'bench', refresh_token: 'bench', user_agent: 'bench' },
    ...{ spreadsheet_id: env.SPREADSHEET, start_date: '2020-01-01T00:00:00Z' },
  };
  writeFileSync(config, JSON.stringify(settings));
  const found = await promisify(execFile)(
    python,
    [RUNNER, join(folder, 'discovery.json'), 'tap_google_sheets', '--config', config, '--discover'],
    { env: { ...process.env, ...env } },
  );
  const { streams } = JSON.parse(found.stdout) as Catalog; // Singer's own format
  for (const { metadata } of streams.filter(({ stream }) => stream === tab))
    for (const part of metadata) if (part.breadcrumb.length === 0) part.metadata = { ...part.metadata, selected: true };
  writeFileSync(catalog, JSON.stringify({ streams }));
  return { config, catalog };
}
