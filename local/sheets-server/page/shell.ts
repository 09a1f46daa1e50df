import { type Html, html } from './html.ts';

/** A whole page without a script of its own. */
export const shell = (title: string, body: Html, head?: Html): string =>
  html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${title}</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/page/page.css">${head}</head>
${body}</html>
`.text;
