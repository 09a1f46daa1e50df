// Leadsheet's menu in the spreadsheet. How to install it: README.md beside this file.

/** The address of sync-now, as the deployment printed it. '' = the menu has no "Sync now". */
const SYNC_NOW_URL = '';

/** Only for a report workbook of its own: the id of the workbook in which the reps type. '' = this one. */
const ACTIVITY_WORKBOOK = '';

/** The tab Week keeps its id when people rename it. */
const WEEK_SHEET_ID = 1710001001;

const NAME_PROPERTY = 'leadsheet-name';
const ANYWAY = 'Your rows are picked up within a minute anyway.';

/** What to tell for each answer of sync-now. `quiet`: a note in the corner is enough. */
const SYNC_MESSAGES = {
  202: { quiet: true, text: 'On its way: the report tabs follow in a moment.' },
  400: { text: 'Leadsheet did not understand the request. Install the newest version of this menu.' },
  401: {
    text: 'Leadsheet did not accept your Google identity. Reload the spreadsheet and try again. If it stays so, send the client id under Leadsheet > Help to the owner of the service.',
  },
  403: { text: 'Your Google account may not ask for a sync. Ask the owner of the service to allow your e-mail.' },
  404: { text: 'Leadsheet does not serve this workbook. Ask the owner of the service to register it.' },
  409: { quiet: true, text: `You asked a while ago, and Google gives a new pass only once in a while. ${ANYWAY}` },
  429: { quiet: true, text: `A sync was asked for less than half a minute ago. ${ANYWAY}` },
  503: { quiet: true, text: `Google could not confirm who you are. Try again in a minute. ${ANYWAY}` },
};

const HELP = [
  'Type each thing you did on the tab Activity: Date, Rep, Prospect, Activity, Outcome. The column Check says a moment later whether it counts, and why not.',
  'Sync now: asks Leadsheet to look at once instead of within a minute.',
  'What is my number today: your MSIs (meaningful selling interactions) today and this week, and what is left for the target. It knows you by the e-mail on the tab Team.',
  'Something looks wrong? The tab Health lists every row that does not count, and what the words mean.',
];

/** Google calls it when somebody opens the spreadsheet. */
// biome-ignore lint/correctness/noUnusedVariables: a trigger
function onOpen() {
  const menu = SpreadsheetApp.getUi().createMenu('Leadsheet');
  if (SYNC_NOW_URL !== '') menu.addItem('Sync now', 'leadsheetSyncNow');
  menu.addItem('What is my number today', 'leadsheetMyNumber').addItem('Help', 'leadsheetHelp').addToUi();
}

// biome-ignore lint/correctness/noUnusedVariables: an item of the menu
function leadsheetSyncNow() {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  const token = ScriptApp.getIdentityToken();
  if (!token) {
    leadsheetTell('Sync now', 'Google gave no identity. The manifest appsscript.json must have the scope openid.');
    return;
  }
  const { quiet = false, text } = leadsheetAsk(ACTIVITY_WORKBOOK || book.getId(), token);
  if (quiet) book.toast(text, 'Leadsheet', 8);
  else leadsheetTell('Sync now', text);
}

/** Sends the request, and gives what to tell. */
function leadsheetAsk(workbook, token) {
  let status;
  try {
    status = UrlFetchApp.fetch(SYNC_NOW_URL, {
      method: 'post',
      contentType: 'application/json',
      headers: { Authorization: `Bearer ${token}` },
      payload: JSON.stringify({ workbook }),
      muteHttpExceptions: true,
      followRedirects: false,
    }).getResponseCode();
  } catch (error) {
    // No such address, no answer in time, a scope that is missing: Google says which. An answer of any kind is no error.
    return { text: `Leadsheet could not be reached (${error.message}). Try again in a minute. ${ANYWAY}` };
  }
  return SYNC_MESSAGES[status] ?? { text: `Leadsheet could not take the request (${status}). ${ANYWAY}` };
}

// biome-ignore lint/correctness/noUnusedVariables: an item of the menu
function leadsheetMyNumber() {
  const sheets = SpreadsheetApp.getActiveSpreadsheet().getSheets();
  const week = sheets.find((sheet) => sheet.getSheetId() === WEEK_SHEET_ID);
  if (!week) {
    leadsheetTell('My number', 'There is no tab Week here. It comes with the first report, maybe in another workbook.');
    return;
  }
  const rows = week.getDataRange().getValues();
  const team = sheets.find((sheet) => leadsheetKey(sheet.getName()) === 'team');
  const name = leadsheetRepOf(team ? team.getDataRange().getValues() : [], Session.getActiveUser().getEmail());
  const lines = leadsheetToday(rows, name || leadsheetName(rows));
  if (lines) leadsheetTell(name || leadsheetSavedName(), lines.join('\n\n'));
  else if (name) leadsheetTell('My number', `The tab Week has no line for ${name} yet.`);
}

/** Asked once, when Team does not know the e-mail; kept for this person and this spreadsheet. '' = not told. */
function leadsheetName(weekRows) {
  const names = leadsheetNamesOn(weekRows);
  const named = (text) => names.find((name) => leadsheetKey(name) === leadsheetKey(text));
  const saved = named(leadsheetSavedName());
  if (saved) return saved;
  const ui = SpreadsheetApp.getUi();
  const asked = ui.prompt(
    'What is your name on the tab Week?',
    `The tab Team does not have your e-mail. Names: ${names.join(', ')}`,
    ui.ButtonSet.OK_CANCEL,
  );
  if (asked.getSelectedButton() !== ui.Button.OK) return '';
  const name = named(asked.getResponseText());
  if (name) PropertiesService.getUserProperties().setProperty(NAME_PROPERTY, name);
  else leadsheetTell('My number', `The tab Week has no line for "${asked.getResponseText()}".`);
  return name ?? '';
}

function leadsheetSavedName() {
  return PropertiesService.getUserProperties().getProperty(NAME_PROPERTY) ?? '';
}

// biome-ignore lint/correctness/noUnusedVariables: an item of the menu
function leadsheetHelp() {
  const client = leadsheetClientId();
  const told = client === '' ? [] : [`For the owner of the service: the client id of this menu is ${client}`];
  leadsheetTell('Help', [...HELP, ...told].join('\n\n'));
}

/** To whom Google makes out this script's identity tokens: what the owner enters as `syncAudiences`. */
function leadsheetClientId() {
  const [, claims = ''] = (ScriptApp.getIdentityToken() ?? '').split('.');
  if (claims === '') return '';
  const padded = claims.padEnd(Math.ceil(claims.length / 4) * 4, '=');
  return JSON.parse(Utilities.newBlob(Utilities.base64DecodeWebSafe(padded)).getDataAsString()).aud;
}

/** A plain dialog: it needs no scope, and text from the sheet stays text. */
function leadsheetTell(title, text) {
  const ui = SpreadsheetApp.getUi();
  ui.alert(`Leadsheet: ${title}`, text, ui.ButtonSet.OK);
}
