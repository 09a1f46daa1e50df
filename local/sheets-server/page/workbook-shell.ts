import { html } from './html.ts';
import { shell } from './shell.ts';

/** The frame of a workbook's page; the script fills it. */
export function workbookShell(id: string, title: string): string {
  const body = html`<body class="workbook" data-id="${id}">
<header><a class="home" href="/" aria-label="All workbooks">▦</a><h1 id="title">${title}</h1>
<div class="sync"><span id="sync-text"></span><button id="sync-now" type="button" hidden>Sync now</button></div></header>
<div class="bar"><input id="place" aria-label="Go to cell" autocomplete="off" spellcheck="false">
<p id="content"></p><select id="views" aria-label="Filter views" hidden></select><button id="new-row" type="button" hidden>New row</button></div>
<div id="view-bar" role="status" hidden><span id="view-words"></span><button id="close-view" type="button">Close view</button></div>
<main><div id="scroller"><div id="grid" role="grid" tabindex="0" aria-multiselectable="true" aria-describedby="keys">
<div id="head" role="rowgroup"></div><div id="rows" role="rowgroup"></div></div><div id="charts-over"></div></div>
<section id="charts-below" aria-label="Charts"></section></main>
<nav id="tabs" role="tablist" aria-label="Tabs"></nav>
<p id="note" role="tooltip" hidden></p>
<p id="message" role="alert"></p>
<p id="keys" class="unseen">Arrows move, Enter or F2 edits, Escape and then Tab leaves the grid.</p>
<noscript><p class="empty">This page needs JavaScript.</p></noscript></body>`;
  return shell(title, body, html`<script type="module" src="/page/page.js"></script>`);
}
