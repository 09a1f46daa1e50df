// What the tab Week says about one rep, in plain words. Nothing here asks Google for anything: rows in, text out.

/** A name as Leadsheet compares it: the case, and how many spaces, do not matter. */
function leadsheetKey(text) {
  return String(text ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/** The name of the rep with this e-mail, from the rows of the tab Team; '' when nobody there has it. */
// biome-ignore lint/correctness/noUnusedVariables: Code.js calls it
function leadsheetRepOf(teamRows, email) {
  const wanted = leadsheetKey(email);
  const header = leadsheetHeaderOf(teamRows, ['rep', 'name', 'salesperson', 'owner', 'agent']);
  if (wanted === '' || header === undefined) return '';
  const columns = ['email', 'emailaddress', 'aliases', 'alias'].map((name) => header.names.indexOf(name));
  const known = (row) =>
    columns
      .filter((column) => column >= 0)
      .flatMap((column) => leadsheetKey(row[column]).split(/[;,]/))
      .some((part) => part.trim() === wanted);
  const found = teamRows.slice(header.row + 1).find((row) => row[header.column] !== '' && known(row));
  return found === undefined ? '' : String(found[header.column]).trim();
}

/** The first of the first 20 rows that has one of the names: where it stands, and the names of all columns. */
function leadsheetHeaderOf(rows, oneOf) {
  for (const [row, cells] of rows.slice(0, 20).entries()) {
    const names = cells.map((cell) => leadsheetKey(cell).replace(/[\s_-]/g, ''));
    const column = oneOf.map((name) => names.indexOf(name)).find((at) => at >= 0);
    if (column !== undefined) return { row, column, names };
  }
  return undefined;
}

/** The names that have a line on the tab Week. */
function leadsheetNamesOn(weekRows) {
  const header = leadsheetHeaderOf(weekRows, ['rep']);
  if (header === undefined) return [];
  const names = weekRows.slice(header.row + 1).map((row) => String(row[header.column] ?? '').trim());
  return names.filter((name) => name !== '' && name !== 'Team' && name !== '(unassigned)');
}

/** The day's number of one rep as lines of text; `undefined` when the tab Week has no line for the name. */
// biome-ignore lint/correctness/noUnusedVariables: Code.js calls it
function leadsheetToday(weekRows, name) {
  const header = leadsheetHeaderOf(weekRows, ['rep']);
  if (header === undefined || !leadsheetNamesOn(weekRows).some((one) => leadsheetKey(one) === leadsheetKey(name)))
    return undefined;
  const line = weekRows.slice(header.row + 1).find((row) => leadsheetKey(row[header.column]) === leadsheetKey(name));
  const cell = (column) => line[header.names.indexOf(column)];
  // On the morning of the first day Week leads with last week, and its columns say so; the day has a weekday's name.
  const isToday = header.names.includes('today');
  const thisWeek = isToday ? 'thisweek' : 'lastweek';
  const day = header.names.indexOf(thisWeek) - 1;
  const [week, target, expected] = [cell(thisWeek), cell('target'), cell('expectedbynow')];
  const hasTarget = typeof target === 'number';
  const status = String(cell('status') ?? '');
  return [
    isToday
      ? `Today: ${leadsheetMsis(line[day])}.`
      : `Today's number comes later this morning; until then Week shows last week (${weekRows[header.row][day]}: ${leadsheetMsis(line[day])}).`,
    `${isToday ? 'This' : 'Last'} week: ${leadsheetMsis(week)}${hasTarget ? ` of ${leadsheetNumber(target)}` : ''}${
      typeof expected === 'number' && isToday ? `; ${leadsheetNumber(expected)} are expected by now` : ''
    }.`,
    ...(status === '' || status === '–' ? [] : [`Status: ${status}.`]),
    ...(isToday ? [leadsheetLeft(hasTarget, cell('adayfromnow'))] : []),
    String(weekRows[1]?.[0] ?? ''),
  ].filter((text) => text !== '');
}

/** What is left to do, for each working day that is left. */
function leadsheetLeft(hasTarget, perDay) {
  if (!hasTarget) return 'There is no target for you this week: the tab Goals sets one.';
  if (typeof perDay !== 'number') return 'No working day is left this week.';
  if (perDay === 0) return 'The target of the week is reached.';
  return `For the target: ${leadsheetNumber(perDay)} a working day from now on.`;
}

function leadsheetNumber(value) {
  return String(Math.round(Number(value) * 10) / 10);
}

function leadsheetMsis(value) {
  return `${leadsheetNumber(value)} ${Number(value) === 1 ? 'MSI' : 'MSIs'}`;
}
