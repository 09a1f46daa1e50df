import { type Html, html, Html as Safe } from './html.ts';
import { STYLE } from './style.ts';

/** A whole page: title, contents, and the rules that its cells need. */
export const shell = (title: string, body: Html, rules = ''): string =>
  html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${title}</title><style>${new Safe(STYLE + rules)}</style></head>
<body>${body}</body></html>
`.text;
