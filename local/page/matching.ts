/** Choices that match a text: all of them for none or for the text that was there before. */
export function matching(choices: readonly string[], text: string, before: string): readonly string[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '' || text === before) return choices;
  const starts = choices.filter((choice) => choice.toLowerCase().startsWith(wanted));
  return [...starts, ...choices.filter((choice) => !starts.includes(choice) && choice.toLowerCase().includes(wanted))];
}
