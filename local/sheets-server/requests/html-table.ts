const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The cells of the first table of some HTML, as text; HTML without one is a single cell. */
export function htmlTable(html: string): string[][] {
  const table = /<table[\s\S]*?<\/table>/i.exec(html)?.[0];
  if (table === undefined) return [[textOf(html)]];
  const rows = table.match(/<tr[\s>][\s\S]*?(?=<tr[\s>]|<\/table)/gi) ?? [];
  return rows.map((row) =>
    (row.match(/<t[dh][\s>][\s\S]*?(?=<t[dh][\s>]|<\/tr|<\/t(?:able|body|head|foot)|$)/gi) ?? []).map(textOf),
  );
}

const textOf = (html: string): string =>
  html
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole: string, decimal?: string, hex?: string, name?: string) =>
      name === undefined ? codePoint(decimal, hex) : (ENTITIES[name.toLowerCase()] ?? whole),
    )
    .trim();

function codePoint(decimal: string | undefined, hex: string | undefined): string {
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
